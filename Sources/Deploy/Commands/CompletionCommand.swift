import ArgumentParser

/// Prints a script that lets a shell complete the command line.
struct CompletionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "completion",
        abstract: "Print the completion script of a shell.",
        discussion: """
              .build/debug/deploy completion bash > ~/.local/share/bash-completion/completions/deploy
              .build/debug/deploy completion zsh > ~/.zfunc/_deploy          with ~/.zfunc in fpath
              .build/debug/deploy completion fish > ~/.config/fish/completions/deploy.fish

            It completes the program `deploy`: put .build/debug or .build/release into PATH, or make an alias.
            """)

    /// Shells that the argument parser writes scripts for.
    enum Shell: String, ExpressibleByArgument, CaseIterable {
        case bash, zsh, fish
    }

    @Argument(help: "bash, zsh or fish.")
    var shell: Shell

    func run() throws {
        let shell: CompletionShell =
            switch shell {
            case .bash: .bash
            case .zsh: .zsh
            case .fish: .fish
            }
        Console.result(Deploy.completionScript(for: shell))
    }
}
