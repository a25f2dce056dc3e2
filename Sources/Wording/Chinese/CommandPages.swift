extension Chinese {
  /// What `help` says of a command below its summary.
  public static let commandPages = pagesOfResults.merging(pagesOfFiles) { first, _ in first }

  /// Of commands that describe a scenario, look at it and show results.
  private static let pagesOfResults = [
    "command advance":
      "每过一年，说明其间发生的事件和数字的变化。此后声明的内容未写日期的，若今天晚于情景起点，即从今天开始；日期写入情景。数字不因前进而改变。",
    "command appraise":
      "现值折算到情景起点，现金流按每步的中点计，折现率取 `model.discount` 或所给的值；并列内部收益率、投资回收期、效益费用比和每个岗位费用。逐个列出有现金流的市县及合计，或只列 CITY。写 BRANCH 时，取比该分支多出的现金流。开始之前的支出为沉没成本：有沉没成本时，各收益率、比值和回收期分别按不计入和计入（视同在起点支出）列出。未写 `terminal` 则期末没有价值。`additional=yes` 时，地方税收和土地收入只计新增部分，即扣除 `model` 中的漏出、挤出、替代和无谓损失，与 `jobs.net` 相同。写 FIGURE（金额）时，列出其各步的现值、收益率和回收期。",
    "command assumptions":
      "先列情景自身的假设，再列模型的数字，再列所用行业和税种在库中的数字，最后列未写而按默认的值。证据：S 来源中所见，D 由来源推算，M 凭记忆，A 假设。写 `by` 时，影响该数字最大的在前，并列出份额，与 `audit` 相同。",
    "command audit":
      "各数字分别变动：有区间的由其 5 % 分位数到 95 % 分位数，其余在合法范围内各降低和提高十分之一。份额为该数字引起的变幅占全部变幅之和的比例。份额按证据等级（`cite … evidence=`）和情景起点时的来源年数汇总。`assumptions by FIGURE` 按份额排列。",
    "command backtest":
      "`observe` 的每项事实一行，有 `yoy` 的另列上年一行；然后按指标列出误差绝对值的平均数，以及误差的平均数，即偏差。`holdout` 期间的事实加以标注并单独统计：情景没有据以校准的事实。",
    "command bridge":
      "各处改动在所有可能先后次序下的平均影响（夏普利值）：结果与次序无关，合计等于差异，金额到分。改动不超过 12 处时运行全部子集，更多时抽取部分次序并列出标准误差。分开没有意义或不能分开运行的改动作为一处，如新园区及其企业。`plot bridge A B FIGURE` 画出结果。",
    "command check":
      "错误（如引用了没有的名称）以退出码 4 终止。疑点是合法而多半并非本意的内容：永远等候的企业、最后一年之后的事项、远离常值的数字。全部疑点见 Docs/Doubts.md。",
    "command compare":
      "列出各分支的数字；除第一个分支外，再列比第一个分支多出的数额及其百分比。未写 METRICS 时，取最后一年的常用指标。各分支均有抽样时逐次对照：列出差异的统计量和大于零的概率。",
    "command correlate":
      "参数是有区间的假设，或有区间的属性，写作 NAME.attribute。相关系数在 -1 与 1 之间，是两者正态得分的相关系数（高斯耦合），各自的分布保持不变。`correlate A B off` 取消相关性。",
    "command discover":
      "耐心规则归纳（PRIM）：从抽样的全部未来出发，每步去掉二十分之一，取使条件成立的比例上升的一侧，直至余下二十分之一。覆盖度是条件成立的未来有多少落在箱体内，密度是箱体内有多少条件成立；在界限不属偶然的各步中，显示兼顾两者的一步，`box N` 另选一步，`path` 列出全部。`chance` 是没有某一界限而仍偶然达到同样密度的可能性。每个箱体都印成可执行的语句。`boxes=2` 在余下的未来中再找一个。另附分类树（CART）供对照。`discover failed` 询问无法运行的抽样，`plot discover …` 画出箱体。",
    "command demo":
      "园区即研究 Scenarios/quzhou-smart-industry-park.park，程序自带。原有内容收起，`undo` 可恢复。`save FILE` 把它保存为自己的脚本。",
    "command new":
      "依次询问年份、库、城市、园区和第一家企业，各有默认值，按回车即取默认。写错的，说明之后重新询问。答完最后一个问题，逐条显示并执行语句；此前按 Ctrl-C 或 Ctrl-D，一切如旧。",
    "command tour":
      "每一步说明输入什么、为什么，做到了就进入下一步。单写 `tour` 再次显示这一步，`tour skip` 代为完成，`tour back` 回到上一步，`tour 12` 到另一步，`tour stop` 停下，`tour` 再继续。其间可以输入任何其他语句。",
    "command ensemble":
      "开启后，`table` 和 `export` 显示抽样的统计量，`print` 显示数字的统计量，`compare` 逐次对照，`chance`、`expected`、`quantile` 和 `spread` 读取抽样。抽样随情景保存。再次声明只改所写的属性。每次抽样只取决于种子、不确定数字的名称和编号，因此各分支的抽样相同。在提示符下按 Ctrl-C，保留已完成的抽样并说明次数。",
    "command evpi":
      "完全信息价值：各个未来中最优方案的平均值，减去平均值最优的方案所得。对每个因素各估计两次：按取值分组和按平滑曲线（前者偏高），均列标准误差。对某一因素的研究，价值不会超过此数。数字以大为优；对费用请写 `0 - FIGURE`。",
    "command expect":
      "条件比较数字：`==`、`!=`、`<`、`<=`、`>`、`>=`，用 `and`、`or` 和 `not` 连接。未写期间的指标须每年都符合。条件不成立时显示两边的值，退出码为 4；成立时没有输出。",
    "command explain":
      "逐层分解数字：按税种、园区和企业，直到入账额及其因素，以及各因素所依据的语句或默认值。某项之下各行相加等于该项，金额到分。未写 `depth` 时，只沿每层最大的一项向下。`--proof` 改为把全部分解写入文件，`parkline verify-proof FILE.json` 可重新核算；并非本次会话写出的文件，只有加 `--over` 才会替换。ERROR 是 `error` 之后方括号中的词。",
    "command goal":
      "在 A 与 B 之间求解：先试九个值和当前值，以便发现多个解，再逼近唯一的解。回答该值、此时的数字，以及设定它的语句；输入该语句之前没有任何改动。没有解时，说明数字在什么范围之间，或在何处跳变。不确定的数字取中间值。",
    "command list": "未写 KIND 时，库中的声明只计数。`list observations` 列出报道的事实及由其推算的上年数字。",
    "command now": "数字为今天之前一年的数字。用 `advance` 和 `rewind` 前后移动。",
    "command observe":
      "数字须写明期间：`tax[2021H1]`、`tax.local[smart, 2020]`。`yoy` 是比上年同期的增减，由此可知上年的数字。事实属于情景，运行不读取：`backtest` 把运行结果与全部事实对照，`calibrate` 求出与之相符的数字。`list observe` 列出事实，`set observe tax[2021H1] value=…` 和 `remove observe tax[2021H1]` 修改事实。",
    "command plot":
      "每个指标、每个组成（`by=`）或每个分支（`vs=`）一条线，名称写在末端；每个单位一幅图。抽样开启时为中位数，并画出 p5 至 p95 的带。`areas` 相加为合计；`waterfall` 在最后一期由各组成逐项到合计，写 `vs=` 时由该分支到当前分支。`tornado` 用于只有一个值的数字，画出同名命令的结果；`plot bridge A B FIGURE`、`plot discover CONDITION` 和 `plot robust …` 与此类似。`--ascii` 供没有盲文点阵字符的终端。`export FILE.svg` 用同样的写法，把图写入文件。",
    "command print":
      "写期间的指标是一个数字，不写则每年一个。算式中可用带单位的数字、假设、`NAME.attribute` 形式的属性和函数；`in` 把结果换算为另一单位。引号中的文字原样显示。",
    "command regret":
      "每个分支是一个方案，每次抽样是对各方案相同的一个未来。某方案在某个未来的后悔值，是它与该未来最优方案的差距。`minimax`（默认）取最大后悔值最小的方案，`mean` 按平均后悔值，`p90` 按十个未来中九个不超过的值。`at least VALUE` 另列方案达到要求的未来所占比例；`at most VALUE` 时数字以小为优。`draw N` 为所列的未来建立分支。",
    "command remove":
      "被其他内容引用的不能删除；`--cascade` 一并删除引用它的内容。注释留在原处，加 `--comments` 则一并删除。`remove --all` 清空分支。",
    "command rename": "引用它的内容一并改名。库中的声明名称不变。",
    "command rewind": "只改变今天的日期，不撤销任何改动；撤销请用 `undo`。",
    "command robust":
      "每组取值都在抽样的同一批未来中试算，默认为前 100 次。数字按均值计，也可按 `quantile`、`chance` 或 `spread`；以大为优，前面加 `-` 则以小为优。显示的是搜索（NSGA-II）得到的帕累托集：一项更好，必有另一项更差。`point N` 把其中一点建为分支。`draws`、`size`、`rounds` 和 `seed` 决定搜索多久、从何处开始，同样的写法得到同样的结果。`plot robust …` 画图。",
    "command set": "名称可以是任何声明（包括库中的），或 `scenario`、`model`。",
    "command sobol":
      "`first` 是该区间单独造成的份额，`total` 含它与其他区间共同造成的部分，均列出 95 % 置信区间（Saltelli 2010，Jansen 1999）。所需运行次数与抽样次数相当。相关的区间没有这样的份额，不予计算。",
    "command sweep":
      "每个 NAME.attribute（或假设）依次取列表中的值，或由 A 到 B 按步长取值（`smart.area=35..45ha step=5ha`）；有几个时组成网格，每个单元运行一次。数字为只有一个值的算式。\n不确定的数字取中间值。不能运行的单元留空，原因在下方计数。两个输入和一个数字显示为网格（`layout=wide`），其他情形每个单元一行（`tidy`）。超过 10,000 个单元须写明：`--limit N`。会话不作任何改动。",
    "command switching":
      "各输入分别变动，其余不变：有区间的在其 0.1 % 与 99.9 % 分位数之间，其余列入 `assumptions` 或注明来源的数字，在合法范围内由零到现值的十倍。时间表整体变动。有几个临界值时取最近的一个。`among` 限定范围：假设、属性（如 `smart.area`），或某名称的全部属性。",
    "command table":
      "指标以逗号分隔，可加限定：`tax.local[toys]`。`help metrics` 列出全部指标。流量的年度值为各步之和，存量取年末。企业按存续概率计；`closures=none` 按没有企业关闭计。抽样开启时，显示 `statistic` 所选的统计量。`--nominal` 把金额由某一年价格折为各年现价。",
    "command tornado":
      "每个不确定的数字取其 5 % 和 95 % 分位数，其余取中间值；变幅最大的在前。有抽样时，`rank` 为抽样中的秩相关系数，-1 至 1。没有区间时，`assumptions` 列出的数字各降低和提高 10 %，并加以说明。",
    "command unset": "`unset NAME title` 取消标题。",
    "command use":
      "`china` 含中国的税种和十类企业。`list tax` 和 `list sector` 列出，`show digital` 显示其中一类及来源，`set` 修改其内容。其后再用 `china-ranges`，以区间替换其数字：`help china-ranges`。",
    "command cite":
      "证据：S 来源中所见，D 由来源推算，M 凭记忆，A 假设。`show NAME` 显示来源；`save` 一并保存。",
    "command calibrate":
      "在所给区间内用最小二乘法求解，误差按报道数字的比例计。回答求得的语句、事实不能区分的数字、某个数字降低或提高十分之一时误差增加多少，以及情景在各项事实处的数字；`holdout` 的事实也列出，但不参与校准。假设直接写名称。不作任何改动；加 `--apply` 则执行这些语句，作为一处改动。",
  ]
}
