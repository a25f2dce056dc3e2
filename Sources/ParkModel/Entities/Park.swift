/// An industrial park. Model 2.
public enum Park {
  public static let city = AttributeRow.entity("city", .city, "the city it lies in")
  public static let jurisdiction = AttributeRow.entity(
    "jurisdiction", .city, fallback: "its city", "the city that receives its local taxes")
  public static let urban = AttributeRow.choice(
    "urban", ["yes", "no"], "whether city rates of tax hold, not county rates")
  public static let area = AttributeRow.number(
    "area", "m2", 0...1e12, fallback: 0, "its land; on offer from the start if it has no phases")
  public static let referenceJobs = AttributeRow.number(
    "reference_jobs", "", 0...1e10, "direct jobs from which agglomeration counts")
  public static let landPrice = AttributeRow.number(
    "land_price", "yuan/m2", 0...1e9, fallback: 0, "what firms pay for land, once")
  public static let landSetAside = AttributeRow.number(
    "land_set_aside", "", 0...1, fallback: 0,
    "share of what firms pay for land that has to be spent elsewhere")
  public static let opex = AttributeRow.number(
    "opex", "1/year", 0...10, fallback: 0,
    "running costs of complete phases a year, as a share of their public money")

  static let row = EntityRow(
    kind: .park, summary: "an industrial park",
    attributes: [city, jurisdiction, urban, area, referenceJobs, landPrice, landSetAside, opex],
    example: "park smart \"衢州智慧产业园\" city=quzhou area=41.5ha")
}
