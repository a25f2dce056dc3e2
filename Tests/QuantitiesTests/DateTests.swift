import Quantities
import Testing

@Test(
  "every form of date names its days",
  arguments: [
    ("2021", "2021-01-01", "2022-01-01"), ("2021H1", "2021-01-01", "2021-07-01"),
    ("2021H2", "2021-07-01", "2022-01-01"), ("2021Q1", "2021-01-01", "2021-04-01"),
    ("2021Q2", "2021-04-01", "2021-07-01"), ("2021Q3", "2021-07-01", "2021-10-01"),
    ("2021Q4", "2021-10-01", "2022-01-01"), ("2021-06", "2021-06-01", "2021-07-01"),
    ("2021-12", "2021-12-01", "2022-01-01"), ("2021-06-15", "2021-06-15", "2021-06-16"),
    ("2020-02-29", "2020-02-29", "2020-03-01"), ("2000-02-29", "2000-02-29", "2000-03-01"),
    ("2021-12-31", "2021-12-31", "2022-01-01"), ("1800", "1800-01-01", "1801-01-01"),
    ("2300", "2300-01-01", "2301-01-01"), ("2300-12-31", "2300-12-31", "2301-01-01"),
    ("2021h2", "2021-07-01", "2022-01-01"), ("2021q3", "2021-07-01", "2021-10-01"),
    ("2021年", "2021-01-01", "2022-01-01"), ("2021年6月", "2021-06-01", "2021-07-01"),
    ("2021年06月", "2021-06-01", "2021-07-01"), ("2021年6月5日", "2021-06-05", "2021-06-06"),
    ("2021年12月31号", "2021-12-31", "2022-01-01"), ("2021年上半年", "2021-01-01", "2021-07-01"),
    ("2021下半年", "2021-07-01", "2022-01-01"), ("2021年第一季度", "2021-01-01", "2021-04-01"),
    ("2021年四季度", "2021-10-01", "2022-01-01"), ("2021年第2季度", "2021-04-01", "2021-07-01"),
  ])
func periods(text: String, start: String, end: String) throws {
  let period = try #require(CalendarPeriod(text))
  #expect(period.start.text == start)
  #expect(period.end.text == end)
  #expect(period.text == text)
}

@Test(
  "what names no day is refused",
  arguments: [
    "", "2021-", "2021-0", "2021-13", "2021-00", "2021-02-29", "1900-02-29", "2100-02-29",
    "2021-04-31", "2021-06-00", "2021-06-32", "2021-6", "2021-06-1", "2021-06-15-1", "21-06",
    "2021H0", "2021H3", "2021Q0", "2021Q5", "2021h3", "2021q0", "1799", "2301",
    "+202", "-202", "2021-+6",
    "2021-06-+1", "２０２１", "2021 ", "2021-06-", "99999", "2021-1e", "2021年13月",
    "2021年2月29日", "2021年6", "2021年半年", "2021年第五季度", "2021季度", "2021年6月15",
    "21年", "2021年年",
  ])
func noPeriods(text: String) {
  #expect(CalendarPeriod(text) == nil)
}

@Test(
  "February has 29 days in years that 4 divides, but for centuries that 400 does not",
  arguments: [(2020, 29), (2021, 28), (1900, 28), (2000, 29), (2100, 28), (2024, 29)])
func leapYears(year: Int, days: Int) {
  #expect(CalendarDate.days(inMonth: 2, of: year) == days)
}

@Test(
  "months count whole to the first of a month, and by its own days beyond (Model 1)",
  arguments: [
    ("2018-01-01", 0, 0, 31), ("2018-02-01", 1, 0, 28), ("2019-01-01", 12, 0, 31),
    ("2017-12-01", -1, 0, 31), ("2018-01-16", 0, 15, 31), ("2018-02-15", 1, 14, 28),
    ("2020-02-15", 25, 14, 29), ("2025-12-26", 95, 25, 31), ("2018-04-30", 3, 29, 30),
  ] as [(String, Double, Double, Double)])
func monthsSince(text: String, whole: Double, days: Double, of length: Double) throws {
  let date = try #require(CalendarPeriod(text)).start
  #expect(date.months(sinceMonth: 2018 * 12) == whole + days / length)
}

@Test("the day that holds a date's instant is that date", arguments: [2019, 2020, 2100])
func holdingDay(year: Int) throws {
  var date = try #require(CalendarDate(year: year))
  let end = try #require(CalendarDate(year: year + 1))
  while date < end {
    let months = date.months(sinceMonth: 2018 * 12)
    #expect(CalendarDate.holding(months: months, sinceMonth: 2018 * 12) == date)
    #expect(date.next.months(sinceMonth: 0) > date.months(sinceMonth: 0))
    date = date.next
  }
}

@Test("dates are in order of year, month and day")
func order() throws {
  let texts = ["1999-12-31", "2000-01-01", "2000-01-02", "2000-02-01", "2001-01-01"]
  let dates = try texts.map { try #require(CalendarPeriod($0)).start }
  #expect(dates == dates.reversed().sorted())
}
