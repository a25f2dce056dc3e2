import Diagnostics
import Testing

@testable import ParkModel

private let frame = """
  scenario start=2020 end=2030
  city c gdp=1bn
  city d gdp=1bn
  park a city=c
  sector s output_per_job=1M

  """

/// What a statement is warned of: the piece that counts for nothing, and when the number is read.
@Test(
  "a key that no run reads is said, with the day on which the number is read",
  arguments: [
    (
      "phase p park=a start=2021 complete=2023 investment={2020: 1M, 2021: 2M, 2022: 3M}",
      "2022: 3M", "on 2021-01-01, when building begins"
    ),
    (
      "phase p park=a start=2020 complete=2023 delay={2021: 1y, 2022: 2y}", "2022: 2y",
      "on 2020-01-01, when building begins"
    ),
    (
      "phase p park=a start=2021 complete=2023 area=ramp(2018: 1ha, 2020: 2ha, 2022: 3ha)",
      "2018: 1ha", "on 2021-01-01, when building begins"
    ),
    ("set c gdp={2020: 1bn, 2025: 2bn}", "2025: 2bn", "on 2020-01-01, when the scenario starts"),
    (
      "travel way from=c to=d time={2015: 90min, 2019: 80min}", "2015: 90min",
      "on 2020-01-01, when the scenario starts"
    ),
    (
      "firm f park=a sector=s jobs=1 arrives=2024 build={2020: 1y, 2025: 2y}", "2025: 2y",
      "on 2024-01-01, when it arrives"
    ),
    (
      "firm f park=a sector=s jobs=1 arrives=2024 land={0y: 1ha, 3y: 2ha}", "3y: 2ha", "at age 0"
    ),
    (
      "cohort f park=a sector=s jobs=1 from=2024 until=2026 firms={2024: 3, 2025: 4}", "2025: 4",
      "on 2024-01-01, when the first can come"
    ),
    ("set model rail_decay={2020: 30min, 2025: 20min}", "2025: 20min", "when the scenario starts"),
    (
      "firm f park=a sector=s jobs=1 arrives=2024 floor_per_job={2024: 1m2, 2027: 9m2}",
      "2027: 9m2", "on 2024-01-01, when it arrives"
    ),
    (
      "assume g = {2020: 1bn, 2025: 2bn}\nset c gdp=g", "g",
      "on 2020-01-01, when the scenario starts"
    ),
    (
      "assume n = {2024: 1, 2025: 4}\ncohort f park=a sector=s jobs=1 from=2024 until=2026 firms=n * 2",
      "n * 2", "on 2024-01-01, when the first can come"
    ),
    ("sector payer ramp={0y: 3y, 2y: 1y}", "2y: 1y", "at age 0"),
    (
      "assume m = {2020: 1M, 2022: 3M}\nphase p park=a start=2021 complete=2023 investment=m * 2",
      "m * 2", "on 2021-01-01, when building begins"
    ),
  ])
func unreadKeys(statement: String, piece: String, moment: String) throws {
  let found = try scenario(frame + statement).unreadKeys()
  #expect(found.count == 1)
  let warning = try #require(found.first)
  #expect(warning.slug == "unread-key" && warning.severity == .warning)
  #expect(warning.message.contains(moment), "\(warning.message)")
  let place = try #require(warning.location)
  #expect(place.source.text(in: place.span) == piece)
}

@Test(
  "what is read again and again, or all of whose keys are read, is not warned of",
  arguments: [
    "phase p park=a start=2020 complete=2023 spending={2020: 1M yuan/year, 2021: 2M yuan/year}",
    "phase p park=a start=2021 complete=2023 investment=ramp(2020: 1M, 2022: 3M)",
    "phase p park=a start=2021 complete=2023 investment={2020: 1M}",
    "firm f park=a sector=s jobs={2024: 1, 2026: 4} arrives=2024",
    "set a opex={2020: 1%, 2025: 2%}",
    "set model discount={2020: 3.5%, 2025: 3%}",
    "set model discount={0y: 3.5%, 5y: 3%}",
    "sector payer ramp={2020: 3y, 2022: 1y}",
    "assume m = 3M\nphase p park=a start=2021 complete=2023 investment=m * 2",
    "assume m = {2020: 1, 2022: 3}\nfirm f park=a sector=s jobs=m arrives=2024",
  ])
func readKeys(statement: String) throws {
  #expect(try scenario(frame + statement).unreadKeys().isEmpty)
}
