import Diagnostics
import Quantities

/// What arrivals leave in the event log.
extension Arrivals {
  /// Says that a firm comes, and when it opens.
  func tell(
    _ index: Int, _ site: Int?, _ admitted: Double, _ state: inout RunState<Number>
  ) {
    let tenant = plan.tenants[index]
    let park = plan.parks[tenant.park].name
    let phase = site.flatMap { plan.sites[$0].phase }.map { plan.phases[$0].name }
    let build = tenant.build[0]
    state.events.append(
      Event(
        instant: admitted, kind: .arrives, name: tenant.name,
        text: phase.map { "is admitted to \(typed: park), phase \(typed: $0)" }
          ?? "is admitted to \(typed: park)"))
    state.events.append(
      Event(
        instant: admitted + build, kind: .opens, name: tenant.name, text: "opens in \(typed: park)")
    )
  }

  /// Says that a firm is turned away, and why.
  func tellRejection(
    _ tenant: Tenant<Number>, at instant: Double, _ state: inout RunState<Number>
  ) {
    let sector = plan.sectors[tenant.sector]
    let reasons = plan.faults(of: tenant, at: instant).map { fault -> Sentence in
      "\(fault.fault.text(sector: sector)) (\(typed: fault.screen))"
    }
    // One that came before the scenario is turned away in its first step.
    state.events.append(
      Event(
        instant: max(0, instant), kind: .rejected, name: tenant.name,
        text: "is turned away: \(Sentence.list(reasons, "; ", last: "; "))"))
  }

  /// Says that a firm waits, and for what.
  func tellWaiting(_ firm: Tenant<Number>, _ state: inout RunState<Number>) {
    let sites = (firm.site.map { [$0] } ?? plan.parks[firm.park].sites).map { plan.sites[$0] }
    let land = firm.size.land[0]
    let floor = firm.size.floor[0]
    let fits = sites.contains {
      (land == 0 || $0.land[0] >= land) && (floor == 0 || $0.floor[0] >= floor)
    }
    var needs: [Sentence] = []
    if land > 0 { needs.append("\(NumberFormat.significant(land / 10_000)) ha of land") }
    if floor > 0 { needs.append("\(NumberFormat.significant(floor)) m2 of floor") }
    let need = Sentence.list(needs, " and ", last: " and ")
    let reason: Sentence
    let landless = land > 0 && sites.allSatisfy { $0.land[0] == 0 }
    let floorless = floor > 0 && sites.allSatisfy { $0.floor[0] == 0 }
    if landless || floorless {
      let park = plan.parks[firm.park].name
      reason = landless ? "\(typed: park) offers no land" : "\(typed: park) offers no floor"
    } else if !fits {
      reason = "no phase of \(typed: plan.parks[firm.park].name) is as large"
    } else {
      reason = "none is free yet"
    }
    let text: Sentence =
      needs.isEmpty ? "waits for its phase" : "waits: it needs \(need), and \(reason)"
    state.events.append(
      Event(instant: firm.arrives[0], kind: .waits, name: firm.name, text: text))
  }

  /// Says, the first time, that some of a cohort wait.
  func tellQueue(_ index: Int, _ left: Double, _ step: Int, _ state: inout RunState<Number>) {
    guard state.toldQueues.insert(index).inserted else { return }
    let cohort = plan.tenants[index]
    let park = plan.parks[cohort.park].name
    let count = NumberFormat.significant(left, digits: 2)
    state.events.append(
      Event(
        instant: plan.calendar.start(of: step), kind: .waits, name: cohort.name,
        text: "waits, \(count) firms in this step: \(typed: park) has too little land or floor free"
      ))
  }
}
