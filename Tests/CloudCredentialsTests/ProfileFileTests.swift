import Testing

@testable import CloudCredentials

@Suite struct ProfileFileTests {
    @Test func `sections, comments, nested settings and names in quotes are read`() {
        let file = ProfileFile(
            """
            # a comment
            [default]
            region = eu-west-1
            [profile "two words"] ; another
            role_arn = arn:aws:iam::1:role/a#b
            output = json # said of it
            s3 =
              max_concurrent_requests = 20
            [sso-session corp]
            sso_region=us-east-1
            [services mine]
            cloudformation =
                endpoint_url = http://127.0.0.1:1
            secrets_manager =
                endpoint_url = http://127.0.0.1:2
            [plugins]
            cli = x
            """, bareNamesAreProfiles: false)
        #expect(file[.profile, "default"]?.values["region"] == "eu-west-1")
        let profile = file[.profile, "two words"]
        #expect(profile?.values["role_arn"] == "arn:aws:iam::1:role/a#b")
        #expect(profile?.values["output"] == "json")
        #expect(profile?.nested["s3"] == ["max_concurrent_requests": "20"])
        #expect(file[.ssoSession, "corp"]?.values["sso_region"] == "us-east-1")
        #expect(file[.services, "mine"]?.nested["secrets_manager"] == ["endpoint_url": "http://127.0.0.1:2"])
        #expect(file[.profile, "plugins"] == nil)
    }

    @Test func `the credentials file names its profiles bare`() {
        let text = "[ops]\naws_access_key_id = A\naws_secret_access_key = a=b==\n"
        #expect(
            ProfileFile(text, bareNamesAreProfiles: true)[.profile, "ops"]?.values["aws_secret_access_key"] == "a=b==")
        #expect(ProfileFile(text, bareNamesAreProfiles: false)[.profile, "ops"] == nil)
    }

    @Test func `lines that are no setting, and no section, are passed over`() {
        let file = ProfileFile("nonsense\n= 1\n[]\n[profile]\nx\n[default\ny = 2\n", bareNamesAreProfiles: true)
        #expect(file[.profile, "default"] == nil)
    }

    @Test(arguments: [
        ("a b  c", ["a", "b", "c"]), ("'a b' \"c \\\" d\"", ["a b", "c \" d"]), ("a\\ b", ["a b"]), ("''", [""]),
        ("$(rm -rf /) `x`", ["$(rm", "-rf", "/)", "`x`"]),
    ])
    func `a command line is split and nothing of it carried out`(line: String, words: [String]) {
        #expect(commandWords(line) == words)
    }

    @Test func `a quote that stays open is no command line`() {
        #expect(commandWords("aws 'x") == nil)
        #expect(commandWords("aws x\\") == nil)
    }
}
