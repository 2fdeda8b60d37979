import CloudAPI
import Testing

@testable import Deploy

@Suite struct RecoveryTests {
    /// The states of CloudFormation's user guide.
    private static let states = [
        "CREATE_COMPLETE", "CREATE_FAILED", "CREATE_IN_PROGRESS", "DELETE_COMPLETE", "DELETE_FAILED",
        "DELETE_IN_PROGRESS", "IMPORT_COMPLETE", "IMPORT_IN_PROGRESS", "IMPORT_ROLLBACK_COMPLETE",
        "IMPORT_ROLLBACK_FAILED", "IMPORT_ROLLBACK_IN_PROGRESS", "REVIEW_IN_PROGRESS", "ROLLBACK_COMPLETE",
        "ROLLBACK_FAILED", "ROLLBACK_IN_PROGRESS", "UPDATE_COMPLETE", "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS",
        "UPDATE_FAILED", "UPDATE_IN_PROGRESS", "UPDATE_ROLLBACK_COMPLETE",
        "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS", "UPDATE_ROLLBACK_FAILED", "UPDATE_ROLLBACK_IN_PROGRESS",
    ]

    private func recovery(_ state: String, _ wish: Recovery.Wish = .init()) -> Recovery {
        Recovery.from(state, failed: ["Lake"], wish, command: "recover")
    }

    @Test(arguments: states)
    func `nothing is deleted that nobody asked to delete`(state: String) {
        if case .delete = recovery(state) { Issue.record("\(state) deletes") }
        if case .delete = recovery(state, .init(skipped: ["X"])) { Issue.record("\(state) deletes") }
    }

    @Test(arguments: states)
    func `every state has a way on, and what takes changes is left alone`(state: String) {
        let recovery = recovery(state)
        switch StackStatus.situation(state) {
        case .ready: if case .nothing = recovery {} else { Issue.record("\(state): \(recovery)") }
        case .busy: #expect(recovery == .follow)
        case .stuck: if case .nothing = recovery { Issue.record("\(state) is stuck") }
        case .absent, .stillborn: break
        }
        if case .choose(let words, _) = recovery { #expect(!words.contains("not known")) }
    }

    @Test func `what stopped half way is brought on by CloudFormation itself`() {
        #expect(recovery("UPDATE_FAILED") == .rollBack)
        #expect(recovery("UPDATE_ROLLBACK_FAILED", .init(skipped: ["A"])) == .continueRollback(skipping: ["A"]))
        #expect(recovery("REVIEW_IN_PROGRESS") == .clearReview)
    }

    @Test func `what is asked to be deleted is, and what is named stays behind`() {
        #expect(recovery("ROLLBACK_COMPLETE", .init(deletes: true)) == .delete(retaining: []))
        #expect(recovery("DELETE_FAILED", .init(retained: ["Lake"])) == .delete(retaining: ["Lake"]))
        guard case .choose(let words, let command) = recovery("DELETE_FAILED") else {
            Issue.record("no choice")
            return
        }
        #expect(words.contains("(Lake)") && command.contains("--retain Lake"))
    }

    @Test func `a stack that lives is not deleted even when asked: that is what destroy is for`() {
        for state in ["CREATE_COMPLETE", "UPDATE_COMPLETE", "UPDATE_ROLLBACK_FAILED", "UPDATE_FAILED"] {
            if case .delete = recovery(state, .init(deletes: true)) { Issue.record("\(state) deletes") }
        }
    }

    @Test(arguments: [
        ("User x is not authorized to perform: s3:CreateBucket on resource y", "Allow s3:CreateBucket"),
        ("retail already exists in stack z", "rename one of the two"),
        ("The role defined for the function cannot be assumed by Lambda.", "lambda.amazonaws.com"),
        ("The bucket you tried to delete is not empty", "--empty-buckets"),
        ("Rate exceeded", "in a minute"),
        ("Resource handler returned message: \"S3 Error Code: NoSuchKey\"", "uploads it"),
    ])
    func `a known reason comes with what helps`(reason: String, words: String) {
        #expect(Remedy.advice(for: reason, type: "AWS::S3::Bucket")?.contains(words) == true)
    }

    @Test func `an unknown reason comes without a guess`() {
        #expect(Remedy.advice(for: "Something odd", type: "AWS::S3::Bucket") == nil)
    }
}
