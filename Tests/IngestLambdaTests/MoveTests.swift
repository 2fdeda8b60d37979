import CloudAPI
import Testing

@testable import IngestLambda

/// The way from the inbox to the history.
@Suite struct MoveTests {
    private static func inParts() throws -> World { try World { ($0.copyLimit, $0.copyPart) = (100, 40) } }
    private let large = String(repeating: sale, count: 20)

    @Test func `a large object is copied in parts and keeps bytes, fields, headers and tags`() throws {
        let world = try Self.inParts()
        world.clouds.put(inbox, large)
        world.clouds.with {
            $0.objects[inbox]?.metadata = ["partner": "p1"]
            $0.objects[inbox]?.headers = [HTTPHeader("Content-Type", "text/csv"), HTTPHeader("Cache-Control", "none")]
            $0.objects[inbox]?.tags = ["owner": "p1"]
        }
        #expect(try world.arrive(inbox).isEmpty)
        #expect(world.keys == [history] && world.requests("COPY") == 0)
        #expect(world.requests("PART") == (large.utf8.count + 39) / 40)
        let kept = try #require(world.clouds.with { $0.objects[history] })
        #expect(kept.bytes == Array(large.utf8) && kept.tags == ["owner": "p1"])
        #expect(kept.metadata["partner"] == "p1" && kept.metadata[HistoryPlaces.contentField]?.count == 32)
        #expect(kept.headers.map(\.value) == ["text/csv", "none"])
        #expect(world.clouds.with { $0.uploads.isEmpty })
    }

    @Test(arguments: ["PART history", "COMPLETE history"])
    func `a copy in parts that fails is aborted and begun anew by the next delivery`(step: String) throws {
        let world = try Self.inParts()
        world.clouds.put(inbox, large)
        world.clouds.fail(step, times: 3, .answer(503, ""))
        #expect(try world.arrive(inbox) == ["m1"])
        #expect(world.clouds.with { $0.uploads.isEmpty } && world.keys == [inbox])
        #expect(try world.arrive(inbox, receiveCount: 2).isEmpty)
        #expect(world.keys == [history] && world.loads.count == 1)
    }

    @Test func `an object that is replaced between two parts is left to its own event`() throws {
        let world = try Self.inParts()
        world.clouds.put(inbox, large)
        world.clouds.fail("PART history", .first { _ in })
        world.clouds.fail("PART history", .first { $0.put(inbox, Array((large + sale).utf8)) })
        #expect(try world.arrive(inbox).isEmpty)
        #expect(world.keys == [inbox] && world.clouds.with { $0.uploads.isEmpty })
    }

    @Test func `an upload that comes just before the delete is not deleted`() throws {
        let world = try World()
        world.clouds.put(inbox, sale)
        world.clouds.fail("DELETE inbox", .first { $0.put(inbox, Array((sale + sale).utf8)) })
        #expect(try world.arrive(inbox).isEmpty)
        #expect(world.keys == [history, inbox])
        #expect(try world.arrive(inbox).isEmpty)
        #expect(world.loads.map(\.rows) == [1, 2] && world.keys.allSatisfy { $0.hasPrefix("history/") })
    }

    @Test func `a place in the history that is taken while it is chosen is not overwritten`() throws {
        let world = try World()
        world.clouds.put("inbox/a/sales_20250111.csv", sale)
        world.clouds.fail("COPY history", .first { $0.put(history, Array("other\n".utf8)) })
        #expect(try world.arrive("inbox/a/sales_20250111.csv").isEmpty)
        #expect(world.keys.count == 2 && world.clouds.with { $0.objects[history]?.bytes } == Array("other\n".utf8))
    }

    @Test func `the same content and base name from many folders are as many files in the history`() throws {
        let world = try World()
        for folder in ["a", "b", "c", "d", "e"] {
            world.clouds.put("inbox/\(folder)/sales_20250111.csv", sale)
            #expect(try world.arrive("inbox/\(folder)/sales_20250111.csv").isEmpty)
        }
        #expect(world.keys.count == 5 && world.loads.count == 5)
    }

    @Test func `an object with fields up to the limit keeps them all`() throws {
        let world = try World()
        world.clouds.put(inbox, sale)
        let fields = ["long": String(repeating: "x", count: 1_990)]
        world.clouds.with { $0.objects[inbox]?.metadata = fields }
        #expect(try world.arrive(inbox).isEmpty && world.keys == [history])
        #expect(world.clouds.with { $0.objects[history]?.metadata } == fields)
    }

    @Test func `nothing is deleted when the copy is not the object`() throws {
        let world = try World()
        world.clouds.put(inbox, sale)
        world.clouds.fail("HEAD history", .first { _ in })
        world.clouds.fail("HEAD history", .first { $0.objects[history]?.bytes = [1] })
        #expect(try world.arrive(inbox) == ["m1"])
        #expect(world.keys.contains(inbox) && world.requests("DELETE") == 0)
        #expect(try world.arrive(inbox, receiveCount: 2).isEmpty)
        #expect(world.loads.count == 1 && !world.keys.contains(inbox) && world.keys.count == 2)
    }
}
