public import Diagnostics
public import ParkModel

/// Runs scenarios.
public enum Simulation {
  /// What a scenario comes to, or what stands in the way. Throws where `stop` asks it to. `closings` has,
  /// of named firms that are not there in part but live or have left, the share of their like that
  /// lives longer (Model 4, survival).
  public static func project(
    _ scenario: Scenario, closures: Closures = .expected, closings: [String: Double] = [:],
    isSound: Bool = false, stop: StopSignal = StopSignal()
  ) throws(Diagnostic) -> Projection {
    let evaluated = try scenario.evaluated(stop: stop)
    // What is worked out may be wrong where what is written is not.
    let plan = try PlanBuilder<Double>(
      evaluated, closings: closings, closures: closures, isSound: isSound && !scenario.hasFormulas,
      stop: stop
    ).plan()
    return try project(plan, of: evaluated, stop: stop)
  }

  /// What is in the way of a run before it begins, of each firm and cohort its first; nothing where
  /// the scenario has no span.
  public static func obstacles(
    of scenario: Scenario, stop: StopSignal = StopSignal()
  ) -> [Diagnostic] {
    guard let scenario = try? scenario.evaluated(stop: stop),
      let builder = try? PlanBuilder<Double>(scenario, stop: stop)
    else { return [] }
    return builder.problems()
  }

  static func project(
    _ plan: Plan<Double>, of scenario: Scenario, stop: StopSignal
  ) throws(Diagnostic) -> Projection {
    var ledger = Ledger()
    let run = run(plan, into: &ledger, stop: stop)
    // A run that was left early says nothing.
    try stop.check()
    if let overflow = ledger.overflow { throw .pastTheLedger(overflow, plan, scenario) }
    return Projection(plan: plan, ledger: ledger, run: run)
  }

  /// What a run leaves beside its postings.
  struct Run<Number: Lane> {
    /// Each park's factor of agglomeration, by step and park.
    var agglomeration: [[Number]] = []
    /// Each park's direct jobs a year before the middle of a step, by step and park.
    var jobsBefore: [[Number]] = []
    /// What each city has collected of its calendar year's local tax by the end of a step, by step
    /// and city; empty where nothing is handed over.
    var collected: [[Number]] = []
    /// Who was admitted, with every vintage as it came.
    var establishments: [Establishment<Number>] = []
    var events: [Event] = []
  }

  /// The steps one after another, each in stages: construction, arrivals, operation. Where `stop`
  /// asks, a run ends early and is of no use.
  static func run<Number: Lane, Sink: PostingSink>(
    _ plan: Plan<Number>, into sink: inout Sink, stop: StopSignal = StopSignal()
  ) -> Run<Number> where Sink.Number == Number {
    var result = Run<Number>()
    var state = RunState<Number>(plan)
    let construction = Construction<Number, Sink>(plan: plan)
    let arrivals = Arrivals<Number, Sink>(plan: plan)
    construction.open(&sink)
    for step in 0..<plan.calendar.count where !stop.isAsked {
      stop.note(step, of: plan.calendar.count)
      construction.run(step: step, &sink)
      arrivals.run(step: step, &state, &sink, stop: stop)
      let jobsBefore = plan.jobsBefore(step: step, state)
      let agglomeration = plan.agglomeration(step: step, jobs: jobsBefore)
      let operation = Operation<Number, Sink>(
        plan: plan, step: step, agglomeration: agglomeration)
      operation.run(&state, &sink, stop: stop)
      result.agglomeration.append(agglomeration)
      result.jobsBefore.append(jobsBefore)
      result.collected.append(state.handed.map(\.collected))
    }
    result.establishments = state.establishments
    if Sink.keepsEvents { result.events = state.events + plan.scheduledEvents() }
    return result
  }
}

extension Plan {
  /// What is known to happen before the run: phases, lines, boosts and cohorts.
  func scheduledEvents() -> [Event] {
    var events: [Event] = []
    for phase in phases {
      let park = parks[phase.park].name
      events.append(
        Event(
          instant: phase.start[0], kind: .starts, name: phase.name, text: "begins in \(typed: park)"
        ))
      events.append(
        Event(
          instant: phase.complete[0], kind: .serviced, name: phase.name,
          text: "is complete in \(typed: park)"))
    }
    for (index, rail) in rails.enumerated() {
      let isFelt = cities.contains { $0.increments[index][0] != 0 }
      let text: Sentence =
        isFelt ? "opens to trains" : "opens to trains; it adds to no market potential"
      events.append(Event(instant: rail.opens[0], kind: .rail, name: rail.name, text: text))
    }
    for boost in boosts {
      let park = parks[boost.park].name
      let (from, until) = (boost.from[0], boost.until[0])
      if from.isFinite {
        events.append(
          Event(instant: from, kind: .starts, name: boost.name, text: "begins in \(typed: park)"))
      }
      if until.isFinite {
        events.append(
          Event(instant: until, kind: .ends, name: boost.name, text: "ends in \(typed: park)"))
      }
    }
    for tenant in tenants {
      guard let stream = tenant.stream else { continue }
      let park = parks[tenant.park].name
      let isEarlier = tenant.arrives[0] < 0
      events.append(
        Event(
          instant: max(0, tenant.arrives[0]), kind: .starts, name: tenant.name,
          text: isEarlier
            ? "began to come to \(typed: park) earlier; those of before the scenario are left out"
            : "begins to come to \(typed: park)"))
      events.append(
        Event(
          instant: stream.until[0], kind: .ends, name: tenant.name,
          text: "has come to \(typed: park)")
      )
    }
    return events
  }
}
