import CloudAPI
import TestSupport
import Testing

@testable import IngestLambda

/// Each request of a file's way fails once in each way, at each place, with and without the end of the process. After the message
/// was delivered again RAW holds each row once, the file is in exactly one place, and alerts are neither missing nor repeated.
@Suite struct FaultSweepTests {
    enum Scene: String, CaseIterable, Sendable {
        case good, inParts, placeTaken, contractBreach, badName, refusedStatement
    }

    static let faults: [FaultLine.Fault] = [
        .status(429), .status(500), .status(503), .lost, .answerLost, .endBefore, .endAfter,
    ]

    @Test(arguments: Scene.allCases, faults)
    func `whichever request fails, nothing is lost and nothing happens twice`(scene: Scene, fault: FaultLine.Fault)
        throws
    {
        for lasts in [false, true] {
            var number = 1
            while number < 100, try sweep(scene, FaultLine.Plan(number: number, fault: fault, lasts: lasts)) {
                number += 1
            }
            #expect(number > 4 && number < 100)
        }
    }

    /// False when the file's way has fewer requests than that.
    private func sweep(_ scene: Scene, _ plan: FaultLine.Plan) throws -> Bool {
        let world = try World { if scene == .inParts { ($0.copyLimit, $0.copyPart) = (50, 30) } }
        let key = scene == .badName ? "inbox/sales.csv" : inbox
        world.clouds.put(key, scene == .contractBreach ? sale + "S1\n" : sale + sale)
        if scene == .placeTaken { world.clouds.put(history, "other\n") }
        if scene == .refusedStatement {
            let body = #"{"code":"002003","message":"Object does not exist","sqlState":"42S02"}"#
            world.clouds.fail("SQL COPY", times: 99, .answer(422, body))
        }
        world.faults.arm(plan)
        var failed = try world.arrive(key)
        guard let struck = world.faults.struck else { return false }
        let isEnded = world.faults.isEnded
        let wasTold = !world.alerts.isEmpty
        world.faults.clear()
        for receiveCount in 2...3 where isEnded || !failed.isEmpty || receiveCount == 3 {
            if isEnded, receiveCount == 2 { try world.restart() }
            world.time.advance(by: .seconds(720))
            failed = try world.arrive(key, receiveCount: receiveCount)
        }
        let place: Comment = "\(scene), \(plan), at \(struck)"
        #expect(failed.isEmpty, place)
        switch scene {
        case .good, .inParts, .placeTaken:
            #expect(world.loads.map(\.rows) == [2], place)
            #expect(world.keys.count == (scene == .placeTaken ? 2 : 1), place)
            #expect(world.keys.allSatisfy { $0.hasPrefix("history/sales/") }, place)
            #expect(world.alerts.isEmpty, place)
        case .contractBreach, .badName, .refusedStatement:
            #expect(world.loads.isEmpty && world.keys == [key], place)
            #expect(Set(world.alerts.compactMap { $0.attributes["alertId"] }).count == 1, place)
            // The topic knows no repetition: between its answer and the record of it lies the one window.
            let isInWindow =
                (struck == "SNS" && [.answerLost, .endAfter].contains(plan.fault))
                || (struck.hasPrefix("PUT history/_alerts/") && wasTold)
            #expect(world.alerts.count == 1 || (isInWindow && world.alerts.count <= 4), place)
        }
        return true
    }
}
