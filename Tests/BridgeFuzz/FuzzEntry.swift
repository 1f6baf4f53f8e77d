/// Runs an input and answers what broke of the promises; nothing broke: an empty list.
public func problems(ofFuzzInput bytes: [UInt8]) -> [String] {
    var run = FuzzRun(FuzzInput(bytes))
    run.run()
    return run.problems
}

/// The program that an input stands for, for people who look at a finding.
public func script(ofFuzzInput bytes: [UInt8]) -> String {
    let input = FuzzInput(bytes)
    return """
        -- \(input.policy), allocation that fails: \(input.failingAllocation), \
        stop after: \(input.stopAfter.map { "\($0)" } ?? "none")
        \(input.script)
        """
}

/// One input of the fuzzer: ends the process when a promise broke.
@c(bridge_fuzz_one)
public func fuzzOne(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let input = unsafe [UInt8](UnsafeBufferPointer(start: bytes, count: count))
    let problems = problems(ofFuzzInput: input)
    // The fuzzer keeps the input of a process that ends like this.
    if !problems.isEmpty { fatalError(problems.joined(separator: "\n")) }
    return 0
}

/// Prints the program of an input.
@c(bridge_fuzz_show)
public func fuzzShow(_ bytes: UnsafePointer<UInt8>?, _ count: Int) {
    print(script(ofFuzzInput: unsafe [UInt8](UnsafeBufferPointer(start: bytes, count: count))))
}
