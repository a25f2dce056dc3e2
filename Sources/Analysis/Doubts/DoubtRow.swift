public import Diagnostics
import ParkModel

/// One kind of doubt: what is legal and yet hardly meant. `check`, the prompt, `parkline check` and
/// Docs/Doubts.md read it.
public struct DoubtRow: Sendable {
  /// Where what is usual holds.
  public enum Reach: Sendable {
    /// In every country.
    case everywhere
    /// Where a library is in use, whose country it is drawn from, and where no library is: elsewhere
    /// nothing is doubted.
    case library(String)
    /// The same; elsewhere it is doubted by its bound alone, which is wide enough for every country.
    case boundElsewhere(library: String)

    /// The library whose country it is drawn from; nil where it is none's.
    public var library: String? {
      switch self {
      case .everywhere: nil
      case .library(let name), .boundElsewhere(let name): name
      }
    }
  }

  public let name: String
  /// When it is doubted, for the page.
  public let condition: String
  /// What is usual; empty where no number is judged.
  public let usual: String
  /// Where that is from, or the section of the model.
  public let source: String
  /// S, D, M or A; empty where the model itself says so.
  public let evidence: String
  /// Whether it is said right after the statement. What a later statement of the usual order still
  /// puts right is left to `check`.
  public let isSaidAtOnce: Bool
  /// Where what is usual holds.
  public let reach: Reach
  let find: @Sendable (DoubtContext) -> [Doubt]

  /// What no run reads, or what never happens. `model` is the section of the model that says so.
  static func idle(
    _ name: String, _ condition: String, model: String, atOnce: Bool = true,
    find: @escaping @Sendable (DoubtContext) -> [Doubt]
  ) -> DoubtRow {
    DoubtRow(
      name: name, condition: condition, usual: "", source: "Model \(model)", evidence: "",
      isSaidAtOnce: atOnce, reach: .everywhere, find: find)
  }

  /// A number outside what is usual.
  static func unusual(
    _ name: String, _ condition: String, usual: String, source: String, evidence: String,
    in reach: Reach = .everywhere, atOnce: Bool = true,
    find: @escaping @Sendable (DoubtContext) -> [Doubt]
  ) -> DoubtRow {
    DoubtRow(
      name: name, condition: condition, usual: usual, source: source, evidence: evidence,
      isSaidAtOnce: atOnce, reach: reach, find: find)
  }

  /// What it finds, each with what is usual where that is known.
  func doubts(_ context: DoubtContext) -> [Doubt] {
    let isAtHome = reach.library.map(context.isAtHome) ?? true
    if case .library = reach, !isAtHome { return [] }
    return find(context).map { doubt in
      var copy = doubt
      copy.row = name
      copy.isSaidAtOnce = isSaidAtOnce && doubt.isSaidAtOnce
      if !isAtHome {
        copy.diagnostic.notes.append(Diagnostic.Note("doubted where \(condition)"))
      } else if !usual.isEmpty {
        copy.diagnostic.notes.append(
          Diagnostic.Note("usual: \(usual) (\(source); evidence \(evidence))"))
      }
      return copy
    }
  }
}

/// Something to think about again.
public struct Doubt: Sendable {
  public internal(set) var diagnostic: Diagnostic
  /// The name of the thing, and what is said of it: the same doubt has the same, whatever the run
  /// comes to.
  private let subject: String
  /// The name of its row.
  public fileprivate(set) var row = ""
  public fileprivate(set) var isSaidAtOnce = true
  /// Whether it is what to know, and nothing to think about again: `check` says it without a warning.
  public fileprivate(set) var isRemark = false

  /// The same for the same doubt in two scenarios.
  public var key: String { row + " " + subject }
  /// The thing it is about.
  let entity: String

  /// At an attribute, or at the whole statement.
  init(
    _ entity: Declaration, at attribute: Attribute? = nil, _ message: Sentence,
    notes: [Diagnostic.Note] = [], help: [Sentence] = []
  ) {
    self.init(
      about: entity.name,
      Diagnostic(
        "doubtful", message, at: attribute?.location ?? entity.location, severity: .warning,
        notes: notes, help: help),
      text: attribute?.canonical ?? "")
  }

  init(about entity: String, _ diagnostic: Diagnostic, text: String = "") {
    self.entity = entity
    subject = entity + " " + text
    self.diagnostic = diagnostic
  }

  /// The same, left to `check`: the statement at hand is not what brings it.
  var later: Doubt {
    var copy = self
    copy.isSaidAtOnce = false
    return copy
  }

  /// The same, as a remark.
  var asRemark: Doubt {
    var copy = self
    copy.isRemark = true
    return copy
  }

  /// For the line of a prompt: without what is usual and why.
  public var short: Diagnostic {
    var copy = diagnostic
    copy.notes = []
    return copy
  }
}
