"""The scenario that is exported: many firms of one park, alike but for their jobs."""

FIGURES = ["tax", "tax.local", "tax.central", "tax.province", "tax.vat", "tax.cit", "jobs", "output", "profit", "payroll"]


def write(path, firms, years):
    with open(path, "w", encoding="utf-8") as file:
        file.write(f"scenario \"{firms} firms\" start=2020 end={2019 + years}\nuse china\n")
        file.write("city q gdp=2125亿元/year\n" + f"park p city=q area={2 * firms}ha\n")
        for index in range(firms):
            file.write(f"firm f-{index} park=p sector=toys arrives=2020 jobs={20 + index % 300}\n")
