import CSodium

/// Random keys of records from the kernel, fetched many at a time: a large import needs a hundred thousand.
struct RandomKeys {
    private var pool: [UInt8] = []

    /// A key that nobody can guess.
    mutating func next() -> [UInt8] {
        if pool.isEmpty {
            pool = [UInt8](repeating: 0, count: 256 * AuditEncoding.keySize)
            unsafe randombytes_buf(&pool, pool.count)
        }
        let key = Array(pool.suffix(AuditEncoding.keySize))
        pool.removeLast(AuditEncoding.keySize)
        return key
    }
}
