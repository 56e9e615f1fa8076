extension CueTables {
    /// General frames for the two kinds of AI factor; `a` keeps them to texts that speak of AI.
    static let aiFrames = #"""
        [autonomous-ai-action]
        -- an AI and an act
        0.59ta <ainoun> .. <aiact>
        0.53ta <ainoun> ... <aiact>
        0.49ta <ainoun> .. had|has|have|then|simply|promptly|itself|also|first .. <aiact>
        0.41ta it|which|that then|had|also|simply|itself|duly|next|has? <aiact>
        0.47ta it|they <aiact>
        0.55ta <aiact> .. by .. <ainoun>
        0.5ta <ainoun> was|were|is|are|began|started|kept .. <acting>|deleting|sending|buying|selling|approving|answering|refunding|ordering
        0.5ta <ainoun> .. deletes|removes|runs|sends|closes|opens|books|buys|sells|applies|scales|restarts|drops|refunds|approves|moves|cancels|decides|takes|drains|merges|calls
        0.64ta <ainoun> .. <act>
        0.65ta agent|assistant|model|bot|copilot ... <aiact>
        -- nobody asked it to
        0.59ta nobody|no|none|never|without|not .. asked|asking|told|human|person|one|approval|instructed|approved|requested|instruction|authorised|authorized|prompting|permission|consent|request|confirmation|supervision
        0.48ta on|of|at its|their own|accord|initiative|volition|discretion|behalf|motion
        0.49ta by itself|themselves
        0.83ta unasked|unprompted|unbidden|uninvited|autonomous*|unilateral*|unsupervised|independently
        0.55ta beyond|outside|exceed* .. scope|mandate|brief|task|instructions|remit|authority|asked|limits
        0.65ta <ainoun> .. concluded|reasoned|inferred|decided|chose|judged|assumed|interpreted|considered|determined|treated|took|read|found|noticed .. and|that|as|it|to
        0.55ta despite|against|ignoring|ignored|disregard*|contrary|violat*|overrode|overriding .. instruction|instructions|freeze|rule|rules|order|told|told|prohibition|policy|guardrail|limit
        0.59ta <ainoun> .. with|had|has|have|held|given|granted|was|were .. access|credentials|permission|permissions|rights|privileges|token|write|admin|autonomy|authority|production|wallet|card
        0.62ta gave|given|giving|granted|granting|hand*|let|letting|allow* .. <ainoun> .. access|rights|run|act|credentials|permission|control|keys|free|production|write|execute|to
        0.7ta <ainoun> .. acting|acted|act|operates|operating|runs|running|works|working .. on|autonomously|alone|without|unattended|unsupervised|independently
        0.74ta <ainoun> .. tricked|hijacked|obeyed|obeys|complied|manipulated|followed|following|injected|persuaded|steered
        0.5ta <ainoun> .. loop|loops|looped|looping|runaway|spiral|retried|thousand*|hundred*|repeatedly
        0.45ta robot|worker|autopilot|dispatcher|scheduler|buyer|trader|planner|remediator|responder|concierge|negotiator .. itself|alone|own|decided|chose|<aiact>
        0.67ta destructive|irreversible .. command|commands|action|actions|operation|call|tool
        0.5tad nothing|nobody|no .. to do .. <ainoun>
        0.5tad was|were|is not|n't .. <ainoun> .. <aiact>|doing|work|act|did

        [assistive-ai-misunderstanding]
        -- it said or made something, and that was wrong
        0.6ta <ainoun> .. <aisaid>
        0.73ta <ainoun> ... <aisaid> ... wrong|wrongly|incorrect*|false*|nonexistent|invented|never|not|no|n't|outdated|plausible|confident*|fictitious|fabricated
        0.53ta <ainoun> .. tells|says|suggests|answers|recommends|gives|proposes|invents|claims|advises|states|explains
        0.78ta suggested|recommended|proposed|written|drafted|generated|produced|invented|given|supplied|translated|advised|offered|composed|summarised|summarized|transcribed|prepared|put .. by .. <ainoun>
        0.82ta <ainoun> generated|written|drafted|produced|assisted|suggested|made|translated
        0.72ta invented|hallucinat*|made|fabricat*|imagin*|nonexistent|fictitious|bogus .. up|option|flag|function|api|command|policy|source|sources|case|package|reference|rule|clause|value|<advice>|case|citation
        0.76ta does|did|do not|n't exist
        0.64ta no such|never .. option|flag|clause|policy|rule|case|existed|package|page|function|setting|discount|train|part
        0.8ta <advice> .. was|were|is|turned|proved|had .. wrong|incorrect|false|inaccurate|invented|misleading|fabricated|outdated|not|untrue|fluent|plausible|confident
        0.85ta wrong|incorrect|false|invented|plausible|confident|fluent|mistaken|erroneous|bad|misleading|wrongly|nonexistent .. <advice>
        0.44ta misread|misheard|misunderstood|misinterpreted|mistook|mistranslated|confused|conflated|mixed|misclassified|misattributed|misquoted|took
        -- people relied on it
        0.58ta relied|rely|relying|reliance|trusted|trusting|believed|believing|followed|following|accepted|accepting|took|taken|took|used|using|pasted|copied|adopted|applied|imported|installed|quoted .. its|it|word|<advice>|<ainoun>|verdict|figure|numbers|number|face
        0.68ta at face|its|their value|word
        0.55ta on its|their|the word|advice|say|recommendation|forecast|strength|basis|assurance|suggestion|answer .. of? <ainoun>|,|the|a|we|they
        0.6ta as .. suggested|recommended|instructed|advised|told|proposed .. by? <ainoun>|it
        0.55ta without|not|n't|nobody|no|never|none .. check*|read*|verif*|review*|test*|question*|compar*|second|doubt* .. it|them|<advice>|source|sources|against|figures|one
        0.55ta asked|consulted|queried|prompted|turned|put .. <ainoun>|chatbot
        0.64ta sounded|looked|seemed|appeared|reads|read .. plausible|right|confident|convincing|correct|authoritative|official|competent
        0.67ta confidently|plausibly|fluently|authoritatively|persuasively|convincingly
        0.5ta trust|faith|confidence|overconfiden*|deference .. in|to|placed .. <ainoun>|it|tool|answer|machine
        0.5ta review|reviewer|editor|author|engineer|operator|doctor|lawyer|counsel|clerk|nurse .. assumed|supposed|thought|believed|trusted|accepted|did .. <ainoun>|it|summary|draft|answer|tool
        -- it was taken for more than it is
        0.72ta mistaken|mistook|taken|took|confused|thought|believed|assumed|supposed|understood|read|treated|described|presented|advertised .. for|as|that|to|it .. autonomous|acts|act|acting|agent|person|human|official|alone|itself|source|expert
        0.55ta only|merely|just|simply .. suggest*|advis*|draft*|recommend*|propos*|answer*|summar*|inform*|predict*|display*|comment*
        0.41ta cannot|could|can|n't|unable|no|not .. act|execute|write|access|change|run|touch|credentials .. own|itself|anything|production|to|on|system|alone|it
        0.5ta people|everyone|staff|users|operators|customers|drivers|many .. thought|believed|assumed|supposed .. it|tool|assistant|system
        """#
}
