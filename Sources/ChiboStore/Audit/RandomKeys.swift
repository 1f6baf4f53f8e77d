/// Random keys of records, from the system's own source.
struct RandomKeys {
    private var generator = SystemRandomNumberGenerator()

    /// A key that nobody can guess.
    mutating func next() -> [UInt8] {
        var key: [UInt8] = []
        key.reserveCapacity(AuditEncoding.keySize)
        while key.count < AuditEncoding.keySize {
            let number = generator.next() as UInt64
            for shift in stride(from: UInt64(0), to: 64, by: 8) {
                key.append(UInt8(truncatingIfNeeded: number >> shift))
            }
        }
        return key
    }
}
