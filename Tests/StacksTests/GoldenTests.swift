import CloudFormation
import Foundation
import InfraDSL
import Testing

@testable import InfraDSLTesting

@Suite struct GoldenTests {
    private func golden(_ body: (Golden) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "snowline-golden-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(Golden(file: folder.appending(path: "stack.yaml")))
    }

    @Test func `a text is recorded once asked for and then compared`() throws {
        try golden { golden in
            #expect(golden.problem(with: "a\n", isRecording: false)?.contains("was never recorded") ?? false)
            #expect(golden.problem(with: "a\n", isRecording: true) == nil)
            #expect(golden.problem(with: "a\n", isRecording: false) == nil)
            #expect(golden.problem(with: "b\n", isRecording: false)?.contains("-a\n+b") ?? false)
        }
    }

    @Test func `a difference shows what changed with the lines around it`() {
        let old = (1...20).map { "line \($0)\n" }.joined()
        let new = old.replacing("line 10\n", with: "line ten\nline ten and a half\n").replacing("line 20\n", with: "")
        #expect(
            LineDifference(old, new).lines == [
                "@@ line 7 @@", " line 7", " line 8", " line 9", "-line 10", "+line ten", "+line ten and a half",
                " line 11",
                " line 12", " line 13", "@@ line 18 @@", " line 17", " line 18", " line 19", "-line 20",
            ])
    }

    @Test func `a text that has nothing in common is not shown whole`() {
        let old = (0..<500).map { "a\($0)\n" }.joined()
        let lines = LineDifference(old, "b\n").lines
        #expect(lines.count == 201)
        #expect(lines.last?.contains("lines more") ?? false)
    }

    @Test func `a text equal to the other differs in nothing`() {
        #expect(LineDifference("a\nb\n", "a\nb\n").lines.isEmpty)
    }

    /// The names along a key path are what assertions stand on.
    @Test func `key paths of every form find their property`() throws {
        let template = try SynthesizedTemplate(
            yaml: """
                Resources:
                  F:
                    Type: AWS::Lambda::Function
                    Properties:
                      Code: {S3Bucket: b, ImageUri: i}
                      Role: !GetAtt R.Arn
                      KmsKeyArn: !Ref K
                      SnapStart: {ApplyOn: None}
                      MemorySize: 256
                      Description: !Sub 'a ${R.Arn} ${!x}'
                  R: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: {}}}
                  B: {Type: AWS::S3::Bucket, Properties: {BucketEncryption: {ServerSideEncryptionConfiguration: []}}}
                """)
        let function = try template.resource("F", of: Lambda.Function.self)
        let role = IAM.Role("R", assumeRolePolicyDocument: [:])
        #expect(function[\.code.s3Bucket] == "b")
        #expect(function[\.code.imageUri] == "i")
        #expect(function[\.memorySize] == 256)
        #expect(function[\.snapStart?.applyOn] == .other("None"))
        #expect(function[\.role] == role.arn)
        #expect(function[\.description] == "a \(role.arn) ${x}")
        #expect(function[\.timeout].literal == nil)
        #expect(function[\.memorySize].literal == "256")
    }
}
