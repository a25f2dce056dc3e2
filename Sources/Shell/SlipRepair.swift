import Diagnostics
import Language
import ParkModel

/// Mends the commonest slips in a statement that cannot be read: what it gives can be read.
struct SlipRepair {
  private struct Piece {
    var text: String
    var isSpaced: Bool
    var kind: Token.Kind
    /// The number of brackets around it.
    var depth = 0

    func isMark(_ text: String) -> Bool { self.text == text && kind != .text }
  }

  private let statement: StatementText
  private let session: Session
  private var pieces: [Piece] = []

  init(_ statement: StatementText, _ session: Session) {
    self.statement = statement
    self.session = session
    var depth = 0
    for token in statement.tokens {
      let text = token.text(in: statement.source)
      if ")]}".contains(text) { depth -= 1 }
      pieces.append(Piece(text: text, isSpaced: token.spaced, kind: token.kind, depth: depth))
      if "([{".contains(text) { depth += 1 }
    }
  }

  /// The statement as it was meant, in one line; nil where that is not plain.
  var repaired: String? {
    guard statement.trailing == nil, let first = pieces.first?.text else { return nil }
    var copy = self
    if let kind = EntityKind(rawValue: first), !kind.isDefinition, kind != .model {
      copy.mendAttributes(of: kind)
      if kind == .travel, copy.nameEnds() {
        // What stood behind the name was no title.
      } else if kind.isNamed {
        copy.quoteTitle()
      }
    } else if first == "set", pieces.count > 2,
      let kind = session.scenario.entity(named: pieces[1].text)?.kind, !kind.isDefinition
    {
      copy.mendAttributes(of: kind)
    } else if ["print", "expect", "explain"].contains(first) {
      copy.bracketPeriod()
    } else if ["compare", "table"].contains(first) {
      copy.nameYears()
    }
    let text = copy.text
    guard text != self.text, text.count <= 200, copy.isReadable(text, first) else { return nil }
    return text
  }

  private var text: String {
    var text = ""
    for piece in pieces {
      if piece.isSpaced, !text.isEmpty { text += " " }
      text += piece.text
    }
    return text
  }

  /// Whether a line says something to the scenario at hand.
  private func isReadable(_ line: String, _ command: String) -> Bool {
    let script = Script(SourceText(name: "help", text: line))
    guard script.statements.count == 1, !script.isUnfinished else { return false }
    guard StatementReader.words.contains(command) else {
      // A question is asked; what it says is for nobody. That a condition does not hold is an answer.
      var copy = session
      var reader = ArgumentReader(script.statements[0], units: session.scenario.units)
      _ = reader.word()
      var invocation = Invocation(statement: script.statements[0], reader: reader)
      do throws(Diagnostic) {
        try CommandTable.command(named: command)?.run(&copy, &invocation)
        return true
      } catch {
        return error.slug == "expectation"
      }
    }
    var scenario = session.scenario
    guard
      let edit = try? StatementReader.edit(script.statements[0], in: scenario, today: session.today)
    else { return false }
    do throws(Diagnostic) { try edit.apply(to: &scenario) } catch { return false }
    return true
  }

  // MARK: What is mended

  /// `park = east`, `park=east, sector=toys` and `land price=15万元/亩`.
  private mutating func mendAttributes(of kind: EntityKind) {
    func isKnown(_ name: String) -> Bool { kind.row.attribute(named: name) != nil }
    // Blanks around `=`.
    for index in pieces.indices.dropFirst() where pieces[index].isMark("=") {
      guard pieces[index].depth == 0, isKnown(pieces[index - 1].text) || pieces[index].isSpaced
      else { continue }
      pieces[index].isSpaced = false
      if index + 1 < pieces.count { pieces[index + 1].isSpaced = false }
    }
    func isAttribute(_ index: Int) -> Bool {
      index + 1 < pieces.count && pieces[index].kind == .word && pieces[index].depth == 0
        && pieces[index + 1].isMark("=")
    }
    // A comma before an attribute.
    for index in pieces.indices.reversed() where pieces[index].depth == 0 {
      guard pieces[index].isMark(",") || pieces[index].isMark(";"), isAttribute(index + 1)
      else { continue }
      pieces[index + 1].isSpaced = true
      pieces.remove(at: index)
    }
    // A blank within the name of an attribute.
    var index = 2
    while index < pieces.count {
      let joined = pieces[index - 1].text + "_" + pieces[index].text
      if isAttribute(index), pieces[index - 1].kind == .word, isKnown(joined) {
        pieces[index - 1].text = joined
        pieces.remove(at: index)
      } else {
        index += 1
      }
    }
  }

  /// `travel t1 longyou hangzhou 80min`: two cities and a time. Whether it was that.
  private mutating func nameEnds() -> Bool {
    guard pieces.count >= 5, !pieces.contains(where: { $0.isMark("=") }) else { return false }
    let cities = (2...3).filter {
      session.scenario.entity(named: pieces[$0].text)?.kind == .city
    }
    guard cities.count == 2 else { return false }
    for (index, name) in zip(2...4, ["from", "to", "time"]) {
      pieces[index].text = name + "=" + pieces[index].text
      pieces[index].isSpaced = true
    }
    return true
  }

  /// `city longyou 龙游 gdp=…`: words between a name and the first attribute are a title.
  private mutating func quoteTitle() {
    guard pieces.count > 2 else { return }
    let sign = pieces.firstIndex { $0.isMark("=") } ?? pieces.count + 1
    let end = sign - 1
    guard end > 2, pieces[1].kind == .word else { return }
    let range = 2..<end
    guard pieces[range].allSatisfy({ $0.kind == .word || $0.kind == .number || $0.kind == .date })
    else { return }
    var title = pieces[2].text
    for piece in pieces[range].dropFirst() { title += (piece.isSpaced ? " " : "") + piece.text }
    pieces.replaceSubrange(
      range, with: [Piece(text: "\"\(title)\"", isSpaced: true, kind: .text)])
  }

  /// Where a period stands behind a figure, up to the end of the statement or what goes on with a
  /// mark; nil where none does.
  private func period() -> Range<Int>? {
    guard
      let first = pieces.indices.dropFirst(2).first(where: {
        isPeriod($0) && pieces[$0].isSpaced && pieces[$0 - 1].kind == .word
          && pieces[$0].depth == 0
      })
    else { return nil }
    let isRange =
      first + 2 < pieces.count && pieces[first + 1].kind == .range && isPeriod(first + 2)
    return first..<first + (isRange ? 3 : 1)
  }

  private func isPeriod(_ index: Int) -> Bool {
    let piece = pieces[index]
    if piece.kind == .date { return true }
    return piece.kind == .number && piece.text.utf8.count == 4 && Int(piece.text) != nil
  }

  /// `print tax 2030`
  private mutating func bracketPeriod() {
    guard let range = period() else { return }
    pieces[range.lowerBound].isSpaced = false
    pieces[range.lowerBound].text = "[" + pieces[range.lowerBound].text
    pieces[range.upperBound - 1].text += "]"
  }

  /// `table tax 2025..2030`
  private mutating func nameYears() {
    guard let range = period(), range.upperBound == pieces.count else { return }
    pieces[range.lowerBound].text = "years=" + pieces[range.lowerBound].text
  }
}
