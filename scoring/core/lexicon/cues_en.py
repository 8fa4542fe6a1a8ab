"""Cues for empathy, courtesy and openness, English: smaller than acts, and evidence only. One pattern per line."""

CUES = {
    "appreciation": """
        thank|thanks|appreciate|appreciated|grateful|glad|happy|pleased|love|lovely|great|wonderful|nice|beautiful|
            interesting|kind|respect|admire|hope|enjoy|fantastic|awesome|perfect|excellent
        looking forward
        good|great|excellent|fair|valid|interesting point|points|question|argument
    """,
    "understanding": """
        understand|understandable|see|hear|recognize|recognise|acknowledge|realize|realise|relate|empathize|empathise|
            sympathize|sympathise|sympathy|appreciate
        i|we get|see|hear|know|understand
        makes sense
        where you are|re
        point of view
        your perspective|view|point|points|opinion|concern|concerns|position|thoughts
        it sounds
        sounds like
        hard|difficult|tough|tricky|complex|complicated|issue
    """,
    "agreement": """
        agree|agreed|agreeing|true|right|correct|valid|fair
        i agree
        you're right|correct
        you are right|correct
        good|great point
        i think|believe|feel
        both sides
        while|although|though|however|also
    """,
    "togetherness": """
        together|we|us|our|help|support|share|discuss|talk|conversation|learn|hear more
        let's|lets
        what do you
        would you|be willing
    """,
    "self_critique": """
        i was|am wrong|mistaken|sorry
        i should|could have
        i may|might|could be wrong
        my mistake|fault
        i'm not sure|certain
        not sure|certain
        sorry|apologise|apologize|apologies
    """,
    "softener": """
        maybe|perhaps|might|may|could|possibly|sometimes|somewhat|seems|seem|probably|likely|would|sort|some|often|
            certain|wonder|wondering|curious|guess|usually|generally|many|most
        please|kindly
        a bit|little|lot
        in my opinion|view|experience
    """,
    "well_meant": """
        intention|intentions|tried|effort|trust|care|caring|benefit|safe|positive|better|improve|opportunity
        all the best
        have a .. day|one
        no worries|problem
    """,
    "threat": """
        final|firm|demand|must|now|immediately|otherwise|lawyer|legal|deadline|ultimatum
        take it or
        or leave it
        no more|less than
        not a penny|dollar
        only offer
        walk|move on
        other sellers|options|listings|offers
    """,
    "accusation": """
        wrong|ridiculous|stupid|ignorant|nonsense|absurd|foolish|silly|racist|biased|lie|lies|lying|false|irrelevant|
            invalid|disagree|disagreement|delusional|naive|sad|disgusting|bs|crap|fault|blame|excuse|excuses|dumb|
            joke|clearly|bubble|idiotic|terrible|horrible|insane|unfair|overpriced
        i don't|do not agree|think|see|buy|understand|believe
        you don't|are|have|should|need|can't|never|obviously|just
        you're just|being|wrong|not
        your argument|logic|statement
        should be ashamed
        how can|could you
    """,
    "absolutes": """
        never|always|everyone|nobody|nothing|all|every|any|none|only|just|simply|obviously|clearly|definitely|
            absolutely|completely|totally|period|fact|facts|actually|really|literally|certainly|even
    """,
    "negation": """
        not|no|don't|doesn't|isn't|aren't|won't|can't|cannot|didn't|wasn't|wouldn't|shouldn't|couldn't|nor|neither
    """,
}
