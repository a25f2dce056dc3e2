@testable import Simulation

/// Every leaf of a ledger under names, so that ledgers of different plans can be compared.
struct Leaves {
  /// Fen.
  var amounts: [String: Int64] = [:]
  var counts: [String: Double] = [:]

  init(_ result: Projection) {
    func name(_ division: Division, _ index: Int32) -> String {
      index < 0 ? "-" : result.names(of: division)[Int(index)]
    }
    let subjects = result.ledger.subjects.map { subject in
      [
        name(.park, subject.park), name(.phase, subject.phase), name(.firm, subject.tenant),
        name(.sector, subject.sector), name(.jurisdiction, subject.jurisdiction),
      ].joined(separator: " ")
    }
    for posting in result.ledger.postings {
      let account = posting.account.part.map { "\(result.taxes[$0.tax]) \($0.part)" }
      let key =
        "\(posting.step) \(account ?? "\(posting.account.index)") \(subjects[Int(posting.subject)])"
      amounts[key, default: 0] += posting.fen
    }
    for record in result.ledger.records {
      counts["\(record.step) \(record.measure) \(subjects[Int(record.subject)])", default: 0] +=
        record.value
    }
  }
}
