import CloudFormation

/// Secrets stay in Secrets Manager.
enum SecretRules {
    static let all = [environment, literalSecret, output, parameter, userData]

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

    /// Whether the characters are a secret themselves.
    static func isSecret(_ text: String) -> Bool {
        text.contains("-----BEGIN") && text.contains("PRIVATE KEY")
            || text.firstMatch(of: /\b(AKIA|ASIA)[A-Z0-9]{16}\b/) != nil
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
        "SL-SEC-001", "Whoever may describe the function or task reads its environment.",
        fix: "Pass the secret's ARN and read the value at run time; in ECS use Secrets."
    ) { subject in
        let hidden = hiddenParameters(subject)
        let functions = subject.resources(of: "AWS::Lambda::Function").flatMap { function -> [Breach] in
            guard case .map(let variables)? = function.at("Environment", "Variables") else { return [] }
            return variables.compactMap { variable in
                leak(variable.key, variable.value, hidden).map {
                    Breach(function, at: ["Properties", "Environment", "Variables", variable.key], $0)
                }
            }
        }
        let tasks = subject.resources(of: "AWS::ECS::TaskDefinition").flatMap { task -> [Breach] in
            (task["ContainerDefinitions"]?.items ?? []).enumerated().flatMap { index, container -> [Breach] in
                (container["Environment"]?.items ?? []).compactMap { variable in
                    guard let name = variable["Name"]?.literal, let value = variable["Value"] else { return nil }
                    return leak(name, value, hidden).map {
                        Breach(task, at: ["Properties", "ContainerDefinitions", "\(index)", "Environment"], $0)
                    }
                }
            }
        }
        return functions + tasks
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
                let assigned = text.firstMatch(
                    of: /(?i)(password|private_?key|api_?key|secret_?key)\s*=\s*['"]?[^\s'"$]/)
                if isSecret(text) || assigned != nil { secret = true }
            }
            return secret ? Breach(resource, "its user data hold a secret") : nil
        }
    }
}
