import Glibc

/// Runs bodies at the same time, each on a thread of its own, and throws what the first of them threw.
func inParallel(_ bodies: [() throws -> Void]) throws {
    final class Worker {
        let body: () throws -> Void
        var failure: (any Error)?
        var thread = pthread_t()

        init(_ body: @escaping () throws -> Void) { self.body = body }
    }
    let workers = bodies.map(Worker.init)
    for worker in workers {
        let created = unsafe pthread_create(
            &worker.thread, nil,
            { context in
                guard let context = unsafe context else { return nil }
                let worker = unsafe Unmanaged<Worker>.fromOpaque(context).takeUnretainedValue()
                do { try worker.body() } catch { worker.failure = error }
                return nil
            }, Unmanaged.passUnretained(worker).toOpaque())
        guard created == 0 else { throw BenchmarkFailure("no thread could be made") }
    }
    for worker in workers { pthread_join(worker.thread, nil) }
    if let failure = workers.compactMap(\.failure).first { throw failure }
}
