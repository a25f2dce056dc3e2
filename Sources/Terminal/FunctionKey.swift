import CEditline
import Glibc

/// Arrows and such, which the terminal sends as an escape character and some more.
///
/// In emacs they are bound as they come, so `~/.editrc` can bind them otherwise. In vi that would make
/// Escape wait for more and fail, so there each is one `KeyCode`, in both modes.
struct FunctionKey {
  /// What terminals send after the escape character.
  var sequences: [String]
  /// The name of libedit's function or ours.
  var function: String

  static let all: [FunctionKey] = [
    .init(sequences: ["[3~"], function: "line-delete-next"),
    .init(sequences: ["[B", "OB"], function: "line-newer"),
    .init(sequences: ["[F", "OF", "[4~", "[8~"], function: "line-row-end"),
    .init(sequences: ["[H", "OH", "[1~", "[7~"], function: "line-row-start"),
    .init(sequences: ["[D", "OD"], function: "ed-prev-char"),
    .init(sequences: ["[C", "OC"], function: "ed-next-char"),
    .init(sequences: ["[A", "OA"], function: "line-older"),
    .init(sequences: ["[1;5D", "[1;3D", "[5D", "Od"], function: "ed-prev-word"),
    .init(sequences: ["[1;5C", "[1;3C", "[5C", "Oc"], function: "em-next-word"),
  ]

  /// What vi gets for `sequence`.
  static func code(for sequence: String) -> wchar_t? {
    all.firstIndex { $0.sequences.contains(sequence) }.map { KeyCode.functionKeys + wchar_t($0) }
  }

  /// The function that `sequence` has before anybody binds it otherwise.
  static func function(of sequence: String) -> String? {
    all.first { $0.sequences.contains(sequence) }?.function
  }

  static func bindAll(in handle: OpaquePointer, isVi: Bool) {
    for (index, key) in all.enumerated() {
      if isVi {
        let code = KeyCode.name(KeyCode.functionKeys + wchar_t(index))
        editline_bind(handle, code, key.function)
        editline_bind_command(handle, code, key.function)
      } else {
        for sequence in key.sequences { editline_bind(handle, "\\e" + sequence, key.function) }
      }
    }
  }
}
