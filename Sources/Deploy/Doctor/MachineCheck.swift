import Foundation
import InfraDSL

/// What a deploy needs of this machine: the toolchain, Python for the embedded clouds and dbt, room on the disk, ports.
struct MachineCheck {
    let checkout: Checkout
    let environment: Environment

    private static let section = "this machine"

    var findings: [Observation] {
        [swift, python, certificates, disk].compactMap { $0 } + (environment.hosting == .embedded ? ports : [])
            + proxies
    }

    private var swift: Observation {
        guard let outcome = try? ChildProcess.run(["swift", "--version"]), outcome.status == 0,
            let version = outcome.output.firstMatch(of: /Swift version (\d+)\.(\d+)(\.\d+)?/)
        else {
            return Observation(
                Self.section, .failed, "swift does not run",
                advice: "Install Swift 6.2 or later: https://swift.org/install")
        }
        let isEnough = (Int(version.1) ?? 0, Int(version.2) ?? 0) >= (6, 2)
        return Observation(
            Self.section, isEnough ? .ok : .failed, "\(version.0)",
            advice: isEnough ? nil : "The function is built with Swift 6.2 or later: https://swift.org/install")
    }

    private var python: Observation {
        guard
            let outcome = try? ChildProcess.run(["python3", "-c", "import sys, venv, ensurepip; print(sys.version)"]),
            outcome.status == 0
        else {
            return Observation(
                Self.section, environment.hosting == .embedded ? .failed : .warning, "python3 with venv does not run",
                advice: "The embedded clouds and dbt need it (Debian: apt-get install python3-venv).")
        }
        return Observation(Self.section, .ok, "Python \(outcome.output.prefix { $0 != " " })")
    }

    private var certificates: Observation? {
        guard environment.hosting == .clouds else { return nil }
        let exists = FileManager.default.isReadableFile(atPath: CertificateBundle.path)
        return Observation(
            Self.section, exists ? .ok : .failed, "trusted roots \(CertificateBundle.path)",
            advice: exists ? nil : "They go into the function's archive (Debian: apt-get install ca-certificates).")
    }

    private var disk: Observation? {
        guard let attributes = try? FileManager.default.attributesOfFileSystem(forPath: checkout.root.path),
            let free = attributes[.systemFreeSize] as? NSNumber
        else { return nil }
        let gigabytes = free.doubleValue / 1e9
        return Observation(
            Self.section, gigabytes < 3 ? .warning : .ok, "\(Int(gigabytes)) GB free",
            advice: gigabytes < 3 ? "A first build of the function needs about 2 GB." : nil)
    }

    private var ports: [Observation] {
        guard let clouds = try? LocalClouds(checkout) else { return [] }
        return clouds.status.map { cloud in
            let port = cloud.endpoint.split(separator: ":").last.flatMap { Int($0) } ?? 0
            if cloud.answers {
                return Observation(Self.section, .ok, "the embedded \(cloud.name) answers at \(cloud.endpoint)")
            }
            if cloud.pid == nil, LoopbackPort.isTaken(port) {
                return Observation(
                    Self.section, .failed, "port \(port) is taken by a program that this checkout did not start",
                    advice: "End it, or choose another port with SNOWLINE_\(cloud.name.uppercased())_PORT.")
            }
            return Observation(Self.section, .ok, "port \(port) is free for the embedded \(cloud.name)")
        }
    }

    private var proxies: [Observation] {
        let variables = ProcessInfo.processInfo.environment
        return ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY", "SSL_CERT_FILE"]
            .compactMap { name in
                variables[name].map { Observation(Self.section, .note, "\(name) is \(Self.withoutPassword($0))") }
            }
    }

    /// A proxy's address may hold a password.
    static func withoutPassword(_ address: String) -> String {
        address.replacing(/\/\/[^\/@]*@/, with: "//…@")
    }
}
