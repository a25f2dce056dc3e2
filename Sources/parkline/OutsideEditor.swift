import Diagnostics
import Glibc
import Shell
import Synchronization
import Terminal

extension OutsideEditor {
  /// The shell's door to the user's editor.
  init(_ editor: ExternalEditor) {
    let drafts = Drafts()
    self.init(
      edit: { (text) throws(Diagnostic) in
        do throws(ExternalEditor.Problem) { return try editor.edit(text) } catch {
          throw Diagnostic(error)
        }
      },
      reopen: { (path) throws(Diagnostic) in
        do throws(ExternalEditor.Problem) { return try editor.edit(kept: path) } catch {
          throw Diagnostic(error)
        }
      },
      remove: {
        unlink($0)
        drafts.forget($0)
      },
      keep: { drafts.keep($0, $1) },
      draft: { drafts[$0] })
  }

  /// The same, where what the user does in the editor is no work of the shell: nothing is shown of it
  /// and no limit counts it.
  func resting(_ isWorking: @escaping @Sendable (Bool, Wording?) -> Void) -> OutsideEditor {
    func rested(
      _ edit: @escaping @Sendable (String) throws(Diagnostic) -> String?
    ) -> @Sendable (String) throws(Diagnostic) -> String? {
      { (text) throws(Diagnostic) in
        isWorking(false, nil)
        defer { isWorking(true, nil) }
        return try edit(text)
      }
    }
    var copy = self
    copy.edit = rested(edit)
    copy.reopen = rested(reopen)
    return copy
  }
}

extension Diagnostic {
  fileprivate init(_ problem: ExternalEditor.Problem) {
    self.init(
      "no-editor", problem.message,
      help: [problem.help].compactMap(\.self))
  }
}

/// Texts that had errors.
private final class Drafts: Sendable {
  private let drafts = Mutex<[OutsideEditor.Subject: OutsideEditor.Draft]>([:])

  subscript(subject: OutsideEditor.Subject) -> OutsideEditor.Draft? {
    drafts.withLock { $0[subject] }.flatMap { access($0.path, R_OK | W_OK) == 0 ? $0 : nil }
  }

  /// False where there is no such file any more.
  func keep(_ draft: OutsideEditor.Draft, _ subject: OutsideEditor.Subject) -> Bool {
    guard access(draft.path, R_OK | W_OK) == 0 else { return false }
    drafts.withLock { $0[subject] = draft }
    return true
  }

  func forget(_ path: String) {
    drafts.withLock { drafts in
      for (subject, draft) in drafts where draft.path == path { drafts[subject] = nil }
    }
  }
}

extension ExternalEditor {
  /// The line that is typed, edited; nil when it is to stay as it was, which is said where there is a
  /// reason.
  func editedLine(_ line: String, _ wording: Wording?) -> String? {
    do throws(Problem) {
      return try editedText(line)
    } catch {
      StandardOutput.say(error.message.text(wording) + "\n", to: STDERR_FILENO)
      return nil
    }
  }
}
