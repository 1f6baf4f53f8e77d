import ChiboModel
import ChiboTestSupport
import Testing

@Suite struct DigestTests {
    private let verdicts = (0..<3000).map { number in
        Verdict(
            subject: RecordID("M-\(number)"), label: "không tính", answer: number % 3 == 0 ? .met : .unknown,
            level: number % 5 == 0 ? "tốt" : nil,
            rules: [
                RuleVerdict(rule: "a", answer: .met), RuleVerdict(rule: "b", answer: .error, message: "số \(number)"),
            ])
    }

    @Test func `the digest of an evaluation is what hashlib makes of its texts`() throws {
        let texts = verdicts.flatMap { verdict in
            [verdict.subject.text, verdict.answer.rawValue, verdict.level ?? ""]
                + verdict.rules.flatMap { [$0.rule, $0.answer.rawValue, $0.message] }
        }
        let folder = try TemporaryFolder()
        let file = try folder.write(texts.map { $0 + "\0" }.joined(), to: "texts")
        let expected = try Oracle.python(
            "import hashlib, sys; print(hashlib.sha256(open(sys.argv[1], 'rb').read()).hexdigest(), end='')", [file])
        var digest = EvaluationDigest()
        digest.add(verdicts)
        #expect(digest.text == expected.output)
    }

    @Test func `pieces have the digest of the whole, wherever it is cut`() {
        var whole = EvaluationDigest()
        whole.add(verdicts)
        for cut in [0, 1, 256, 2999, 3000] {
            var pieces = EvaluationDigest()
            pieces.add(Array(verdicts[..<cut]))
            pieces.add(Array(verdicts[cut...]))
            #expect(pieces.text == whole.text)
        }
    }
}
