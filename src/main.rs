//! The `rapor` command. All of it lives in the library's `cli` room.

fn main() -> std::process::ExitCode {
    rapor::cli::main()
}
