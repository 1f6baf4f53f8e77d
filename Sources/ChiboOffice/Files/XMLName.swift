/// An element's or attribute's name while the reader shows it; prefixes are passed over.
///
/// Office programs differ in prefixes (`row`, `x:row`), never in local names.
@safe struct XMLName {
    private let local: UnsafePointer<CChar>

    init(_ qualified: UnsafePointer<CChar>) {
        var start = unsafe qualified
        var cursor = unsafe qualified
        while unsafe cursor.pointee != 0 {
            if unsafe cursor.pointee == 0x3A { unsafe start = cursor + 1 }
            unsafe cursor += 1
        }
        unsafe local = start
    }

    /// Whether the local name is that one.
    @inline(__always)
    static func == (name: XMLName, text: StaticString) -> Bool {
        var left = unsafe name.local
        var right = unsafe UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self)
        while unsafe left.pointee == right.pointee {
            if unsafe left.pointee == 0 { return true }
            unsafe left += 1
            unsafe right += 1
        }
        return false
    }

    /// Lets a `switch` over a name list its cases as literals.
    @inline(__always)
    static func ~= (text: StaticString, name: XMLName) -> Bool { name == text }
}

/// The attributes of an element while the reader shows them.
@safe struct XMLAttributes {
    private let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>

    init(_ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>) { unsafe self.pairs = pairs }

    /// Calls back with each local name and its value's bytes.
    @inline(__always)
    func each(_ body: (XMLName, UnsafeBufferPointer<UInt8>) throws(OfficeError) -> Void) throws(OfficeError) {
        var cursor = unsafe pairs
        while let name = unsafe cursor[0], let value = unsafe cursor[1] {
            var count = 0
            while unsafe value[count] != 0 { count += 1 }
            let bytes = unsafe UnsafeRawPointer(value).assumingMemoryBound(to: UInt8.self)
            try unsafe body(XMLName(name), UnsafeBufferPointer(start: bytes, count: count))
            unsafe cursor += 2
        }
    }

    /// The value of the attribute of that local name.
    subscript(_ wanted: StaticString) -> String? {
        var cursor = unsafe pairs
        while let name = unsafe cursor[0], let value = unsafe cursor[1] {
            if unsafe XMLName(name) == wanted { return unsafe String(cString: value) }
            unsafe cursor += 2
        }
        return nil
    }
}
