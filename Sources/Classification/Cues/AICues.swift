extension CueTables {
    /// The two kinds of AI factor. A name of a product is no factor; what was done or relied on is.
    static let ai = #"""
        [autonomous-ai-action]
        -- an AI carried out the act
        0.6ta <ainoun> .. <aidone>
        0.45ta <ainoun> ... <aidone>
        0.35a it|system|tool .. deleted|wiped|dropped|destroyed|executed|issued|overwrote|exfiltrated|leaked|ran
        0.75ta <ainoun> .. autonomously|unprompted|unilaterally
        0.6ta autonomously|unilaterally .. <aidone>|deleting|executing|running|deciding|sending
        0.55a autonomous .. action|actions|agent|agents|decision|behaviour|behavior|execution|operation
        0.6ta <ainoun> .. went rogue
        0.6ta rogue agent|ai
        0.7ta without|no human|explicit|user|operator .. approval|confirmation|interaction|review|click|consent|input|oversight|authorisation|authorization
        0.6ta trick*|coerc*|manipulat*|hijack*|instruct*|persuad*|cause|causes|caused|talked|induc* .. <ainoun> .. to|into
        0.55ta <ainoun> .. to|into .. execute|exfiltrate|delete|leak|run|send|install|access|execut*|exfiltrat*|delet*|leak*|running|sending|install*|wipe
        0.55ta agents|agent ... loop|looped|kept .. calling|each|other|infinite*|repeatedly
        0.5a agents|agent|ai|copilot|claude|model .. executes|execute|executing|exfiltrates|deletes|deleting|runs|sends|complies|follows|accesses|calls|overwrites|leaks|acts|performs
        0.55ta decided|chose to|on .. delete|run|execute|rebuild|drop|wipe|fix|itself|own|recreate|remove
        0.5a acted|acting|act|acts .. its|their own
        0.55ta sent|answered|published|posted|acted|replied autonomously
        0.6ta hidden|injected|malicious|embedded|attacker|invisible|poisoned .. instructions|instruction|prompt|content|input|description ... <ainoun>|executed|followed|complied|behaviour|behavior
        0.6ta <ainoun> ... followed|following|executed|executing|obeyed|processes|processed|interpreted ... instructions|instruction|prompt|commands|command|content
        0.55ta <ainoun> .. was|were|been|be .. talked|tricked|persuaded|manipulated|hijacked|convinced|induced|coerced
        0.6ta <ainoun> .. behaviour|behavior ... rerouted|exfiltrat*|delet*|leak*
        0.6ta reward hacking|hacked|tampering
        0.6ta voice|ordering|trading|shop|purchasing ai|system|agent|bot .. accepted|ordered|bought|processed|sold|declared
        0.6ta processed|accepted|approved .. it|order|orders .. as|for
        0.6ta car|cars|vehicle|vehicles|robotaxi|robotaxis|taxi|truck|autopilot ... failed|did|pulled|dragged|struck|hit|drove|turned|continued|stopped|accelerated|braked|moved|entered|blocked|ran .. not|n't|to|into|over|a|the|through|away|on
        0.55ta software|algorithm|algorithms|model|machine .. chose|picked|decided|selected|paid|bid|bought|priced|rejected|flagged|removed|published|posted|denied|ranked|approved|matched
        -- an AI is said to have done it
        0.5ta <ainoun> .. <caused>
        0.55tas blame|blamed|blames|blaming|attributed|attributing|pinned|pinning|accused|accusing ... <ainoun>
        0.5tas <ainoun> ... blamed|blame|fault|responsible|behind|culprit|accused|root|culpable|involved|play|played
        0.6ta caused|triggered|prompted|sparked .. by .. <ainoun>
        0.6ta taken|brought|knocked .. down|offline .. by .. <ainoun>
        0.55tas <ainoun> .. had|has|have|having|may|might|could ... <aidone>|caused|triggered|taken|brought|broken|crashed|broke|took
        0.5tas put|tied|linked|ties|links|linking ... to ... <ainoun>
        0.5tas <ainoun> ... brought|taken|set .. about|down|off|offline
        0.6ta <ainoun> .. itself|alone .. settled|decided|chose|deleted|deleting|ran|acted
        0.5tas said|supposed|alleged|believed to have acted .. itself|own
        0.6ta work|act|action|actions|decision|decisions|fault|doing|behaviour|behavior|error|mistake|involvement|role|part of|by .. <ainoun>
        0.45tas rogue|runaway|autonomous .. <ainoun>|tool|coding|system
        0.6tad no|without .. <ainoun> .. involved|involvement|took|made|acted|part|role|used|initiated|carried|touched|responsible|had|tool|agent
        0.6tad <ainoun>|tool|assistant|it .. did|does|do not .. act|make|initiate|execute|take|carry|perform|cause|run|delete|apply|decide
        0.6tad <ainoun>|tool|assistant|it .. n't .. act|make|initiate|execute|take|carry|perform|cause|run|delete|apply|decide
        0.6tad <ainoun>|tool|assistant .. took|played|had no .. action|part|role|hand|involvement|bearing
        0.6tad not caused|done|made|triggered|started|initiated|performed|ordered|carried .. by .. <ainoun>
        0.6tad not a|an|the <ainoun>|autonomous|rogue
        0.65tad rejected|denied|denies|rejects|dismissed|dismisses|disputed|disputes|refuted .. that|idea|claim|claims|notion|reports ... tool|assistant|agent|ai|it|bot .. caused|triggered|responsible|behind|deleted|fault
        0.65tad not an|the? error|fault|mistake|act|failure|decision|work|doing of|by the|an|its? <ainoun>
        0.65tad not ai|agent|agentic|model error|errors|fault|mistake|failure|autonomy|action
        0.6tad nothing to do with .. <ainoun>
        0.6tad <ainoun>|tool .. had|has|have nothing to do
        0x mistaken|mistook|wrongly|falsely|misdescribed|misrepresented|confused ... autonomous|agent
        -- agents who are people
        0x human|live|estate|booking|ticket|gate agent|agents

        [assistive-ai-misunderstanding]
        -- it said what was not so
        0.75ta hallucinat*|confabulat*
        0.65ta fabricat*|invented|made ... policy|policies|citation|citations|case|cases|answer|answers|quote|quotes|reference|references|facts|information|up|anecdotes|sources|law
        0.6ta <ainoun> .. fabricated|invented|misinformed|misled|misunderstood|misinterpreted|misread|misquoted|misstated
        0.6ta <ainoun> ... gave|provided|generated|produced|returned|told|offered|answered|stated|suggested|recommended|advised ... wrong|incorrect|false|inaccurate|misleading|fabricated|fictitious|nonexistent|unlawful|outdated|fake|flawed|faulty|unsafe|bad|erroneous|harmful
        0.6ta wrong|incorrect|false|inaccurate|misleading|bad|faulty|erroneous|outdated|confident*|flawed .. advice|answer|answers|suggestion|recommendation|guidance|information|response|responses|instructions|output|outputs ... <ainoun>
        0.55ta confident* .. wrong|incorrect|false|inaccurate|incorrect*
        0.55ta <ainoun> .. told|advised|suggested|recommended|assured|instructed .. users|customers|customer|user|them|him|her|that|people|engineers|the|running|a|to
        0.6ta chatbot|chatbots|assistant ... wrong|incorrect|false|inaccurate|misleading|unlawful|illegal|nonexistent|incorrectly|wrongly
        0.6ta ai generated .. code|text|content|answer|citations|citation|errors|advice|config|configuration|summary|script|query|command ... wrong|incorrect|false|fabricated|bug|error|failed|without|unreviewed|not|unverified
        0.65ta ai|llm|chatgpt|copilot generated .. errors|citations|hallucinations|misinformation|mistakes
        0.6ta <ainoun> ... policy|rule|law|case|fact|answer .. that|which .. not exist|existed
        0.6ta taken|took .. for an? official|expert|autonomous|fact
        0.65ta <actor>|user|users|customer|customers|lawyer|counsel|doctor|officer .. followed|trusted|believed|relied|accepted|used .. advice|answer|suggestion|recommendation|output|it|summary
        0.6ta transcript|transcripts|transcription|summary|summaries|translation|caption|captions|notification|notifications|answer|answers ... invented|fabricated|false|wrong|nobody|never|not|no|made|incorrect|inaccurate|untrue|misleading .. said|spoken|happened|up|one|existed|played|sentences|words|claims
        0.6ta <ainoun> .. told|tells|sent|sends|advised|promised|claimed|described|presented .. people|users|customers|that|them|patients|unlawful|illegal|wrong
        -- people relied on it
        0.65ta over|overly|blindly|uncritically trust*|rely|relied|reliance|relying|reliant
        0.65ta overtrust*|overreli*
        0.65ta trusted|trusting|followed|following|accepted|pasted|copied|applied ... <ainoun>|suggestion|suggestions|advice|answer|recommendation|recommendations|output
        0.65ta relied|relying on|upon .. <ainoun>|suggestion|suggestions|advice|answer|recommendation|recommendations|output
        0.6ta acted|acting on .. advice|answer|suggestion|recommendation|information|output
        0.6ta on|at|following|per|by .. advice|suggestion|recommendation|instructions|answer of|from|by|given .. <ainoun>
        0.6ta <ainoun> .. suggested|recommended|proposed|drafted|wrote|produced|generated|advised .. command|script|change|query|configuration|fix|code|deleting|removing|running|a
        0.6ta without|not|n't .. verifying|checking|reviewing|verified|checked|reviewed|verify|check|verification|fact .. output|outputs|answer|answers|citations|suggestion|suggestions|response|responses|generated|content|it|claims
        0.6ta <ainoun> .. misunderstood|misinterpreted|misread .. request|question|instruction|prompt|what|task
        0.55ta drafted|written|generated|produced|prepared .. by|with|using .. <aiplain>|assistant
        0.5a used|using <aiplain> .. to draft|write|generate|research|prepare
        -- it was taken for something that acts by itself
        0.8ta mistaken|mistook|mistaking|confused|conflated|misread|misunderstood|misrepresented|mischaracterised|mischaracterized|misdescribed|misinterpreted ... autonomous|agent|assistant|assistive|tool|ai
        0.8ta misunderstanding|confusion|misconception|mischaracterisation|mischaracterization .. of|about|over|between|around ... <ainoun>|tool|assistive|autonomous
        0.7ta wrongly|incorrectly|falsely|mistakenly described|portrayed|reported|presented|called|labelled|labeled|assumed|believed|taken|attributed|credited .. as|to|for|that|the ... <ainoun>|tool|autonomous
        0.55a deployed|presented|carried|treated .. as .. official|authoritative|fact|authority
        """#
}
