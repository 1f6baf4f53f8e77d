internal import CExpat
internal import ChiboModel

/// One XML part, read as a stream: nothing of it is kept but what the handler keeps.
///
/// A document type is refused, so no entity can expand and nothing outside can be named; nesting is bounded.
@safe final class XMLReader {
    /// How deep elements may nest.
    ///
    /// Office parts stay below 40; deeper ones exist to exhaust a stack.
    static let depthLimit = 256
    private static let chunk: Int32 = 64 << 10

    private let parser: OpaquePointer
    private let source: ZipPartReader
    private let session: Session
    private(set) var isAtEnd = false

    /// What the callbacks need behind expat's one pointer.
    @safe private final class Session {
        let handler: XMLHandler
        let parser: OpaquePointer
        var depth = 0
        private(set) var failure: OfficeError?
        /// Asked at every event; looking at the error itself would copy it.
        private var hasFailed = false

        init(_ handler: XMLHandler, _ parser: OpaquePointer) {
            self.handler = handler
            unsafe self.parser = parser
        }

        @inline(__always)
        func run(_ body: () throws(OfficeError) -> Void) {
            guard !hasFailed else { return }
            do throws(OfficeError) { try body() } catch { stop(error) }
        }

        func stop(_ error: OfficeError) {
            failure = error
            hasFailed = true
            _ = unsafe XML_StopParser(parser, XML_Bool(XML_FALSE))
        }
    }

    init(_ part: ZipArchive.Part, in archive: ZipArchive, handler: XMLHandler) throws(OfficeError) {
        source = try archive.open(part)
        guard let parser = unsafe XML_ParserCreate(nil) else {
            throw OfficeError.system(12, file: archive.path)
        }
        unsafe self.parser = parser
        session = unsafe Session(handler, parser)
        handler.place = unsafe XMLPlace(file: archive.path, part: part.name, parser: parser)
        unsafe XML_SetUserData(parser, Unmanaged.passUnretained(session).toOpaque())
        installCallbacks()
    }

    deinit {
        unsafe session.handler.place.parser = nil
        unsafe XML_ParserFree(parser)
    }

    private func installCallbacks() {
        unsafe XML_SetElementHandler(
            parser,
            { data, name, attributes in
                guard let session = unsafe XMLReader.session(data), let name = unsafe name,
                    let attributes = unsafe attributes
                else { return }
                session.depth += 1
                guard session.depth <= XMLReader.depthLimit else {
                    return session.stop(XMLReader.tooDeep(session.handler))
                }
                session.run { () throws(OfficeError) in
                    try unsafe session.handler.start(XMLName(name), XMLAttributes(attributes))
                }
            },
            { data, name in
                guard let session = unsafe XMLReader.session(data), let name = unsafe name else { return }
                session.depth -= 1
                session.run { () throws(OfficeError) in try unsafe session.handler.end(XMLName(name)) }
            })
        unsafe XML_SetCharacterDataHandler(parser) { data, text, count in
            guard let session = unsafe XMLReader.session(data), let text = unsafe text else { return }
            let bytes = unsafe UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
            unsafe session.handler.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
        }
        unsafe XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
            guard let session = unsafe XMLReader.session(data) else { return }
            session.stop(XMLReader.doctype(session.handler))
        }
    }

    /// The session behind the callbacks' pointer; alive because its reader is, which is parsing right now.
    private static func session(_ data: UnsafeMutableRawPointer?) -> Session? {
        guard let data = unsafe data else { return nil }
        return unsafe Unmanaged<Session>.fromOpaque(data).takeUnretainedValue()
    }

    /// Reads the next chunk; false when there was none left.
    func readChunk() throws(OfficeError) -> Bool {
        guard !isAtEnd else { return false }
        guard let buffer = unsafe XML_GetBuffer(parser, XMLReader.chunk) else {
            throw OfficeError.system(12, file: session.handler.place.file)
        }
        let count = try unsafe source.read(
            into: UnsafeMutableRawBufferPointer(start: buffer, count: Int(XMLReader.chunk)))
        isAtEnd = count == 0
        let status = unsafe XML_ParseBuffer(parser, Int32(count), isAtEnd ? 1 : 0)
        if let failure = session.failure { throw failure }
        guard status == XML_STATUS_OK else { throw syntaxError() }
        return true
    }

    /// Reads the part to its end.
    func readAll() throws(OfficeError) { while try readChunk() {} }

    private func syntaxError() -> OfficeError {
        let detail = unsafe XML_ErrorString(XML_GetErrorCode(parser)).map { unsafe String(cString: $0) }
        return session.handler.place.malformed("XML: " + (detail ?? "?"))
    }

    private static func tooDeep(_ handler: XMLHandler) -> OfficeError {
        OfficeError.forbidden(
            Bilingual(vi: "XML lồng sâu quá \(depthLimit) lớp", en: "XML nested deeper than \(depthLimit) levels"),
            file: handler.place.file, part: handler.place.part, line: handler.place.line)
    }

    private static func doctype(_ handler: XMLHandler) -> OfficeError {
        OfficeError.forbidden(
            Bilingual(
                vi: "XML chứa khai báo DOCTYPE, vốn không có trong tệp văn phòng",
                en: "the XML declares a DOCTYPE, which no office file has"),
            file: handler.place.file, part: handler.place.part, line: handler.place.line)
    }
}
