/// Where periods are along some dots: the first at the left, the last at the right, one alone in the middle.
struct PeriodPlaces {
  let dots: [Int]

  init(_ count: Int, across: Int) {
    dots =
      count == 1
      ? [across / 2]
      : (0..<count).map { ($0 * (across - 1) * 2 + count - 1) / (2 * (count - 1)) }
  }
}
