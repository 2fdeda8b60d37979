import CloudAPI
import TestSupport
import Testing

@testable import Deploy

@Suite struct AssetCollectionTests {
    private static let now = Timestamp(seconds: 1_800_000_000)

    private func key(_ letter: String) -> String { "IngestLambda/\(String(repeating: letter, count: 64)).zip" }

    private func asset(_ key: String, days: Int = 100) -> AssetCollection.Asset {
        .init(key: key, bytes: 1024, modified: Self.now + .seconds(-days * 86_400))
    }

    private func collection(_ assets: [AssetCollection.Asset], live: Set<String> = [], recent: Set<String> = [])
        -> AssetCollection
    {
        AssetCollection(assets, live: live, recent: recent, now: Self.now, age: .seconds(7 * 86_400))
    }

    @Test func `what a stack, a rollback or a run that just began needs is kept`() {
        let assets = [asset(key("a")), asset(key("b")), asset(key("c"), days: 1), asset(key("d"))]
        let found = collection(assets, live: [key("a")], recent: [key("b")])
        #expect(found.doomed.map(\.key) == [key("d")])
        #expect(
            found.kept.map(\.reason) == ["deployed", "deployed by one of the last two runs", "younger than 7 days"])
        #expect(found.bytes == 1024)
    }

    @Test func `a statement goes and stays with its archive`() {
        let assets = [asset(key("a") + Provenance.suffix), asset(key("b") + Provenance.suffix)]
        #expect(collection(assets, live: [key("a")]).doomed.map(\.key) == [key("b") + Provenance.suffix])
    }

    @Test(arguments: ["leases/prod.json", "journal/prod/x.json", "somebody-elses.zip", "IngestLambda/short.zip"])
    func `what the deployer did not name is not touched`(key: String) {
        #expect(collection([asset(key)]).doomed.isEmpty)
    }

    @Test func `an object without a date is not taken for old`() {
        #expect(collection([.init(key: key("a"), bytes: 1, modified: nil)]).doomed.isEmpty)
    }

    @Test func `nothing is collected while a stack changes`() throws {
        let deployment = try FakeDeployment()
        deployment.aws.place(AssetBucket(deployment.session).name, "UPDATE_IN_PROGRESS")
        try AssetBucket(deployment.session).prepare()
        #expect(throws: (any Error).self) {
            try AssetBucket(deployment.session).collection(deployment.session, age: .zero)
        }
    }

    @Test(arguments: [("30s", 30), ("10m", 600), ("2h", 7200), ("1d", 86_400)])
    func `spans of time are read`(text: String, seconds: Int) { #expect(LogTime.seconds(text) == seconds) }

    @Test(arguments: ["", "10", "m", "-1m", "1w", "9999999s"])
    func `what is no span of time is refused`(text: String) { #expect(LogTime.seconds(text) == nil) }

    @Test func `a line of a log can not drive the terminal`() {
        #expect(LogTime.printable("a\u{1B}[2Jb\nc\td") == "a [2Jb c\td")
    }
}
