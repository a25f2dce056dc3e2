/// The known words nearest to a word that is not known, best first, at most two.
///
/// One edit (insert, delete, replace, swap neighbours) is allowed for every three letters, never
/// over three: a wrong guess is worse than none. Of a word of two letters, those of the known word
/// count: `tx` is near `tax`. Where no word is near, those are that begin with all of it, from four
/// letters on: `invest` is near `investment`.
///
/// Two ideographs are a whole word. They are near the words that begin with them, and where there are none
/// near the one or two that have one of them changed: `三角` is near `三角分布`, `机率` near `概率`.
public func nearest(to word: String, in known: some Sequence<String>) -> [String] {
  let target = Array(word.lowercased())
  guard (2...64).contains(target.count) else { return [] }
  let isPair = target.count == 2 && target.allSatisfy(\.isIdeograph)
  if isPair {
    let longer = beginning(with: target, in: known)
    guard longer.isEmpty else { return longer }
  }
  var found: [(distance: Int, word: String)] = []
  for candidate in known where candidate != word {
    let letters = Array(candidate.lowercased())
    let counted = target.count == 2 ? letters.count : target.count
    let allowed = isPair && isSlip(target, of: letters) ? 1 : min(3, counted / 3)
    guard abs(letters.count - target.count) <= allowed, allowed > 0 else { continue }
    let distance = editDistance(target, letters)
    guard distance <= allowed else { continue }
    // What has both ideographs is nearer than what has one of them.
    found.append((isPair && letters.count == 2 ? distance + 1 : distance, candidate))
  }
  found.sort { ($0.distance, $0.word) < ($1.distance, $1.word) }
  guard let best = found.first?.distance else { return beginning(with: target, in: known) }
  var words: [String] = []
  for entry in found where entry.distance == best && !words.contains(entry.word) {
    words.append(entry.word)
  }
  // What could be one of many words is a slip of none.
  if isPair, words.count > 2 { return [] }
  return Array(words.prefix(2))
}

/// Whether two ideographs may be meant for two others of which one is the same: not where they tell things
/// apart, as 一期 and 二期.
private func isSlip(_ pair: [Character], of other: [Character]) -> Bool {
  guard other.count == 2, other.allSatisfy(\.isIdeograph) else { return false }
  let changed = zip(pair, other).filter { $0 != $1 }
  return changed.count != 1 || !(ordering.contains(changed[0].0) && ordering.contains(changed[0].1))
}

/// What things of one sort are told apart by.
private let ordering: Set<Character> = Set(
  "零一二三四五六七八九十百千万甲乙丙丁戊己庚辛壬癸东南西北上中下前后左右内外")

/// The words that begin with some letters, the shortest first, at most two.
private func beginning(
  with letters: [Character], in known: some Sequence<String>
) -> [String] {
  guard letters.count >= (letters.allSatisfy(\.isIdeograph) ? 2 : 4) else { return [] }
  let words = Set(known).filter {
    $0.count > letters.count && $0.lowercased().starts(with: letters)
  }
  return Array(words.sorted { ($0.count, $0) < ($1.count, $1) }.prefix(2))
}

/// `did you mean …?`, or nothing.
public func didYouMean(_ word: String, among known: some Sequence<String>) -> [Sentence] {
  let words = nearest(to: word, in: known)
  guard !words.isEmpty else { return [] }
  return [
    words.count == 1
      ? "did you mean `\(words[0])`?" : "did you mean `\(words[0])` or `\(words[1])`?"
  ]
}

/// The optimal string alignment distance.
private func editDistance(_ a: [Character], _ b: [Character]) -> Int {
  var beforeLast = [Int](repeating: 0, count: b.count + 1)
  var last = Array(0...b.count)
  for i in 0..<a.count {
    var row = [i + 1] + [Int](repeating: 0, count: b.count)
    for j in 0..<b.count {
      row[j + 1] = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        row[j + 1] = min(row[j + 1], beforeLast[j - 1] + 1)
      }
    }
    (beforeLast, last) = (last, row)
  }
  return last[b.count]
}
