@testable import Simulation

/// What is posted, when and to whom.
struct PostingKey: Hashable {
  enum Kind: Hashable {
    case account(Account)
    case investment, publicInvestment
    case measure(Measure)
  }

  var step: Int
  var kind: Kind
  var subject: Subject
}

/// A sink that keeps every number of a run as the engine gave it, unrounded, lane by lane.
struct LaneSink<Number: Lane>: PostingSink {
  static var keepsEvents: Bool { false }

  private var subjects: [Subject] = []
  private var places: [Subject: Int32] = [:]
  private(set) var posted: [PostingKey: Number] = [:]

  mutating func place(of subject: Subject) -> Int32 {
    if let place = places[subject] { return place }
    places[subject] = Int32(subjects.count)
    subjects.append(subject)
    return Int32(subjects.count - 1)
  }

  private mutating func add(_ value: Number, _ kind: PostingKey.Kind, _ subject: Int32, _ step: Int)
  {
    let key = PostingKey(step: step, kind: kind, subject: subjects[Int(subject)])
    posted[key] = (posted[key] ?? Number(0)) + value
  }

  mutating func post(_ yuan: Number, _ account: Account, _ subject: Int32, step: Int) {
    add(yuan, .account(account), subject, step)
  }

  mutating func post(
    investment yuan: Number, publicShare: Number, _ subject: Int32, step: Int
  ) {
    add(yuan, .investment, subject, step)
    add(yuan * publicShare, .publicInvestment, subject, step)
  }

  mutating func record(_ value: Number, _ measure: Measure, _ subject: Int32, step: Int) {
    add(value, .measure(measure), subject, step)
  }

  /// What one lane holds, without what is nothing.
  func lane(_ index: Int) -> [PostingKey: Double] {
    posted.mapValues { $0[index] }.filter { $0.value != 0 }
  }
}
