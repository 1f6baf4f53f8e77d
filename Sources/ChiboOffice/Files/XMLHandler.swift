internal import CExpat

/// What an XML part consists of, told element by element; subclasses collect what they need.
///
/// A class with methods to override, not a protocol: expat's callbacks carry one untyped pointer, and a call through
/// the class's table costs no dynamic cast.
class XMLHandler {
    /// An element begins.
    func start(_ name: XMLName, _ attributes: XMLAttributes) throws(OfficeError) {}
    /// An element ends.
    func end(_ name: XMLName) throws(OfficeError) {}
    /// Text between tags; one run of text may come in several pieces.
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
    var place = XMLPlace()
}

/// Where a reader stands, so that a handler can name the place of what it refuses.
@safe struct XMLPlace {
    var file = ""
    var part = ""
    var parser: OpaquePointer?

    /// The current line of the part, from 1.
    var line: Int? { unsafe parser.map { unsafe Int(XML_GetCurrentLineNumber($0)) } }

    /// The part says something that its format does not allow.
    func malformed(_ detail: String) -> OfficeError {
        OfficeError.damaged(detail, file: file, part: part, line: line)
    }
}
