import CloudFormation

/// Secrets stay in Secrets Manager.
enum SecretRules {
    static let all = [environment, literalSecret, output, parameter, userData, command, clearText]

    /// Whether a name says that its value is secret. A name of a place where one is kept says the contrary.
    static func namesSecret(_ name: String) -> Bool {
        let upper = name.uppercased().replacing("_", with: "").replacing("-", with: "")
        let places = ["ARN", "ID", "NAME", "PATH", "PREFIX", "URL", "KMSKEY", "KEYALIAS"]
        guard !places.contains(where: upper.hasSuffix) else { return false }
        return [
            "PASSWORD", "PASSWD", "PASSPHRASE", "PRIVATEKEY", "SECRETKEY", "APIKEY", "ACCESSTOKEN", "AUTHTOKEN",
            "CREDENTIAL", "SECRETVALUE",
        ].contains(where: upper.contains)
    }

    /// Whether the characters are a secret themselves: private keys, and the tokens whose issuers mark them.
    static func isSecret(_ text: String) -> Bool {
        guard text.utf8.count >= 16 else { return false }
        // Looked for first: an expression costs more than a look at most texts of a template is worth.
        if text.holds("-----BEGIN") { return text.contains("PRIVATE KEY") }
        let isAddress = text.utf8.contains(UInt8(ascii: "@")) && text.holds("://")
        guard
            isAddress || text.holds("AKIA") || text.holds("ASIA") || text.holds("ghp_") || text.holds("gho_")
                || text.holds("ghs_") || text.holds("github_pat_") || text.holds("glpat-") || text.holds("xox")
                || text.holds("sk_live_") || text.holds("rk_live_")
        else { return false }
        let tokens = [
            /\b(AKIA|ASIA)[A-Z0-9]{16}\b/, /\bgh([ops])_[A-Za-z0-9]{36}/, /\bxox([abprs])-[A-Za-z0-9-]{10,}/,
            /\b(sk|rk)_live_[A-Za-z0-9]{16,}/,
            // A password in an address: `postgres://user:password@host`.
            /[a-z]:\/\/[^\s:@\/$]+:([^\s:@\/${]{3,})@/,
        ]
        return tokens.contains { text.firstMatch(of: $0) != nil }
            || text.firstMatch(of: /\b(github_pat_[A-Za-z0-9_]{22,}|glpat-[A-Za-z0-9_-]{20,})/) != nil
    }

    /// Whether a line of a program gives a secret a value: `PASSWORD=abc`, `--api-key abc`; `$NAME` and `${…}` are no values.
    static func assignsSecret(_ text: String) -> Bool {
        text.firstMatch(
            of:
                /(?i)(password|passwd|passphrase|private_?key|api_?-?key|secret_?-?key|access_?token|auth_?token)["']?\s*[=:]\s*["']?([^\s'"$<{!][^\s'"]{2,})/
        )
            != nil
    }

    /// A dynamic reference that CloudFormation replaces by a secret's value.
    static func resolves(_ value: Value) -> Bool {
        var found = false
        value.walk { _, part in
            let text = part.flat ?? ""
            if text.contains("{{resolve:secretsmanager:") || text.contains("{{resolve:ssm-secure:") { found = true }
        }
        return found
    }

    private static func hiddenParameters(_ subject: PolicySubject) -> Set<String> {
        Set(subject.document.section("Parameters").filter { $0.value["NoEcho"]?.flag == true }.map(\.key))
    }

    /// Why a value that people can read back gives a secret away.
    private static func leak(_ name: String, _ value: Value, _ hidden: Set<String>) -> String? {
        if resolves(value) { return "\(name) holds a secret's value" }
        if let parameter = value.referredIDs.first(where: hidden.contains) {
            return "\(name) shows \(parameter), which is hidden"
        }
        guard let text = value.literal else { return nil }
        if isSecret(text) { return "\(name) is a secret in the clear" }
        return namesSecret(name) && !text.isEmpty && !text.hasPrefix("arn:") ? "\(name) is a secret in the clear" : nil
    }

    static let environment = Rule(
        "SL-SEC-001", "Whoever may describe the function, task or build reads its environment.",
        fix: "Pass the secret's ARN and read the value at run time; in ECS use Secrets."
    ) { subject in
        let hidden = hiddenParameters(subject)
        return subject.resources.flatMap { resource -> [Breach] in
            var found: [Breach] = []
            resource.body["Properties"]?.walk { path, value in
                for (name, value) in variables(path, value) {
                    guard let fault = leak(name, value, hidden) else { continue }
                    found.append(Breach(resource, at: ["Properties"] + path + [name], fault))
                }
            }
            return found
        }
    }

    /// The variables that stand at a place: a map of Lambda's, or a list of ECS's, Batch's and CodeBuild's.
    private static func variables(_ path: [String], _ value: Value) -> [(name: String, value: Value)] {
        switch (path.last ?? "", value) {
        case ("Variables", .map(let entries)) where path.dropLast().last == "Environment" && value.intrinsic == nil:
            return entries.map { ($0.key, $0.value) }
        case ("Environment", .list(let items)), ("EnvironmentVariables", .list(let items)),
            ("RuntimeEnvironmentVariables", .list(let items)):
            return items.flatMap(\.branches).compactMap { item in
                // CodeBuild reads these from where they are kept.
                guard ["PLAINTEXT", nil].contains(item["Type"]?.literal), let name = item["Name"]?.literal else {
                    return nil
                }
                return item["Value"].map { (name, $0) }
            }
        default: return []
        }
    }

    static let literalSecret = Rule(
        "SL-SEC-002", "A secret in a template is read by everybody who reads the template.",
        fix: "Make the secret without a value, or with GenerateSecretString, and put the value there at run time."
    ) { subject in
        let hidden = hiddenParameters(subject)
        return subject.resources(of: "AWS::SecretsManager::Secret").compactMap { secret in
            guard let value = secret["SecretString"] else { return nil }
            let isHidden = !value.referredIDs.isEmpty && value.referredIDs.allSatisfy(hidden.contains)
            return isHidden
                ? nil : Breach(secret, at: ["Properties", "SecretString"], "its value stands in the template")
        }
    }

    static let output = Rule(
        "SL-SEC-003", "Outputs are shown to everybody who may describe the stack.", fix: "Give out the secret's ARN."
    ) { subject in
        let hidden = hiddenParameters(subject)
        return subject.document.section("Outputs").compactMap { output in
            guard let value = output.value["Value"] else { return nil }
            return leak(output.key, value, hidden).map { Breach(id: output.key, path: ["Outputs", output.key], $0) }
        }
    }

    static let parameter = Rule(
        "SL-SEC-004", "Parameters are shown to everybody who may describe the stack, defaults to all who read it.",
        fix: "Set NoEcho and no Default, or take the value from Secrets Manager."
    ) { subject in
        subject.document.section("Parameters").compactMap { parameter in
            guard namesSecret(parameter.key) else { return nil }
            let place = ["Parameters", parameter.key]
            if parameter.value["NoEcho"]?.flag != true {
                return Breach(id: parameter.key, path: place, "it takes a secret and is shown")
            }
            let text = parameter.value["Default"]?.literal ?? ""
            return text.isEmpty ? nil : Breach(id: parameter.key, path: place, "it has a secret as default")
        }
    }

    static let userData = Rule(
        "SL-SEC-005", "User data are readable from the machine and by whoever may describe it.",
        fix: "Let the machine read the secret with its role."
    ) { subject in
        let hidden = hiddenParameters(subject)
        return subject.resources.compactMap { resource in
            guard let data = resource["UserData"] ?? resource.at("LaunchTemplateData", "UserData") else { return nil }
            var secret = resolves(data) || data.referredIDs.contains(where: hidden.contains)
            data.walk { _, part in
                let text = part.flat ?? ""
                if isSecret(text) || assignsSecret(text) { secret = true }
            }
            return secret ? Breach(resource, "its user data hold a secret") : nil
        }
    }

    static let command = Rule(
        "SL-SEC-006", "A command line is shown to whoever may describe the task, and to every process beside it.",
        fix: "Pass the secret by Secrets of the container, and let the program read it from there."
    ) { subject in
        let hidden = hiddenParameters(subject)
        let lists = ["Command", "EntryPoint", "HealthCheck", "Args", "Arguments"]
        return subject.resources.flatMap { resource -> [Breach] in
            var found: [Breach] = []
            resource.body["Properties"]?.walk { path, value in
                guard let key = path.last, lists.contains(key) else { return }
                let words = value.items.map { $0.flat ?? "" }
                let isNamed = zip(words, words.dropFirst()).contains { name, next in
                    name.hasPrefix("-") && namesSecret(name) && !next.isEmpty && !next.hasPrefix("-")
                        && !next.contains("$")
                }
                let isLeak =
                    isNamed || words.contains { isSecret($0) || assignsSecret($0) } || resolves(value)
                    || value.referredIDs.contains(where: hidden.contains)
                if isLeak { found.append(Breach(resource, at: ["Properties"] + path, "\(key) holds a secret")) }
            }
            return found
        }
    }

    static let clearText = Rule(
        "SL-SEC-007", "A key or token in a template is known to everybody who reads the template.",
        fix: "Take it back where it was issued, and keep the next one in Secrets Manager."
    ) { subject in
        // Environments, user data, commands and outputs have rules that say more.
        let others: Set<String> = ["Environment", "Variables", "UserData", "Command", "EntryPoint", "SecretString"]
        var found: [Breach] = []
        for section in ["Resources", "Parameters", "Mappings"] {
            for entry in subject.document.section(section) {
                entry.value.walk([section, entry.key]) { path, value in
                    guard let text = value.literal, isSecret(text), others.isDisjoint(with: path) else { return }
                    found.append(Breach(id: entry.key, path: path, "\(path.last ?? "") is a secret in the clear"))
                }
            }
        }
        return found
    }
}

extension String {
    /// Whether the characters stand somewhere in it, byte by byte.
    fileprivate func holds(_ characters: StaticString) -> Bool {
        let wanted = UnsafeBufferPointer(start: characters.utf8Start, count: characters.utf8CodeUnitCount)
        var copy = self
        return copy.withUTF8 { bytes in
            guard let first = wanted.first, bytes.count >= wanted.count else { return false }
            return (0...(bytes.count - wanted.count)).contains { start in
                bytes[start] == first && bytes[start..<start + wanted.count].elementsEqual(wanted)
            }
        }
    }
}
