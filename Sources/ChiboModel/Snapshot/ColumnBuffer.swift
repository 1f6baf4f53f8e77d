/// Elements at a fixed address, written once before anybody else sees them and never again.
///
/// The C side of the bridge reads columns through their addresses, so they have to stay where they are for as long as
/// the snapshot lives.
///
/// It is `Sendable` because the memory is written in `init` only, and freed when nobody holds the buffer any more.
@safe
public final class ColumnBuffer<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
    private let elements: UnsafeMutableBufferPointer<Element>

    /// A buffer with a copy of the elements.
    public init(_ source: some Collection<Element>) {
        unsafe elements = .allocate(capacity: source.count)
        _ = unsafe elements.initialize(from: source)
    }

    deinit { unsafe elements.deallocate() }

    /// How many elements there are.
    public var count: Int { unsafe elements.count }

    /// The element at a position.
    public subscript(index: Int) -> Element {
        precondition(index >= 0 && index < count, "a column has no such row")
        return unsafe elements[index]
    }

    /// A copy of the elements.
    public var array: [Element] { unsafe Array(elements) }

    /// Reads the elements where they are.
    public func withElements<Result, Failure: Error>(
        _ body: (UnsafeBufferPointer<Element>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try unsafe body(UnsafeBufferPointer(elements))
    }

    /// The address of the first element, good for as long as the buffer is held.
    @unsafe public var baseAddress: UnsafePointer<Element>? { unsafe UnsafeBufferPointer(elements).baseAddress }
}
