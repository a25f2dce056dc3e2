import Ensembles
import Testing

@Suite("Rank correlation")
struct RankCorrelationTests {
  @Test("of what rises together, of what falls, and of ties")
  func known() throws {
    #expect(RankCorrelation.spearman([1, 2, 3, 4], [10, 1e3, 1e9, 1e10]) == 1)
    #expect(RankCorrelation.spearman([1, 2, 3, 4], [0, -1, -5, -6]) == -1)
    // scipy.stats.spearmanr([86, 97, 99, 100, 101, 103, 106, 110, 112, 113],
    // [2, 20, 28, 27, 50, 29, 7, 17, 6, 12]): -29/165, by hand from 6 Σd² / (n (n² - 1)) with Σd² = 194.
    let found = try #require(
      RankCorrelation.spearman(
        [86, 97, 99, 100, 101, 103, 106, 110, 112, 113], [2, 20, 28, 27, 50, 29, 7, 17, 6, 12]))
    #expect(abs(found - -29.0 / 165) < 1e-15)
    // Ties share their middle: ranks 1.5, 1.5, 3 against 1, 2, 3 give 1.5 / √3.
    let tied = try #require(RankCorrelation.spearman([1, 1, 2], [1, 2, 3]))
    #expect(abs(tied - 1.5 / 3.0.squareRoot()) < 1e-15)
  }

  @Test("nothing is said of too few rows, of equal ones, or of rows without a value")
  func none() {
    #expect(RankCorrelation.spearman([], []) == nil)
    #expect(RankCorrelation.spearman([1, 2], [1, 2]) == nil)
    #expect(RankCorrelation.spearman([1, 1, 1], [1, 2, 3]) == nil)
    #expect(RankCorrelation.spearman([1, .nan, 3, 4], [1, 2, .infinity, 4]) == nil)
    #expect(RankCorrelation.spearman([1, .nan, 3, 4], [1, 2, 3, 4]) == 1)
  }
}
