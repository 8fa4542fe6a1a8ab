"""Personal data, English: its kinds (`data.<kind>`), how one asks, how one points to a private place, how one shows."""

PRIVACY = {
    "data.name": """
        full|first|last|your name
        surname
        what|which name
        name and|, booking|address|postcode|account|order|date
        and|plus surname|name
        name on the
    """,
    "data.customer_number": """
        account|customer|contract|membership|policy|railcard|season number|reference|id|serial|no|ref
        account details
        number is the contract|account|line
        which|what number .. contract|account
        your account
    """,
    "data.order_number": """
        order|booking|ticket|confirmation|invoice|purchase number|reference|ref|code|no
        photo|picture|screenshot|pic .. bill|invoice|ticket
        booking reference
    """,
    "data.phone": """
        phone|mobile|cell|telephone|contact number|no|#
        cell|mobile to reach
        best cell|number|phone
        your number
        phone
    """,
    "data.mail": """
        email|e-mail address
        the|which|what|your email|e-mail
        email you signed|registered|used
    """,
    "data.address": """
        your|full|home|postal|delivery|billing|the address
        house number
        first line of
        address
        street
    """,
    "data.birth_date": """
        date of birth
        dob|birthday|birthdate
        when .. born
    """,
    "data.bank": """
        sort code|codes
        bank details|account
        iban|card number
        card details
        account number and sort
    """,
    "data.password": """
        password|passcode|pin|pins
        security answer|question
        digits of your social
        social security
        mother's maiden
    """,
    "data.meter_number": """
        meter number|serial|id|no|details
        mpan|mprn
    """,
    "data.plate": """
        number|licence|license plate|plates
        registration|reg number|plate|mark|no
        your reg
    """,
    "ask": """
        ?
        please
        send|give|tell|share|reply|post|drop|pop|leave|type|provide|confirm|supply|message|dm|quote
        need|needed
        typing
        trouble you
        will do
        's plenty
        is plenty|enough|fine
        speed .. along
        only we|i knew
        last thing
        what's|what is|which
        just your
        and we're|you're
    """,
    "pronoun_ask": """
        would|could|can you .. it|them .. for|here|below
    """,
    "mention": """
        never|no need
        don't|won't|needn't|needless need
        you'll find
        got|received|have your .. by|via|in|thank|thanks
        take .. down
        delete|remove
        hang up
        is|are visible
        wasn't us
        need for
        our address|shop|shop's
        asks for
    """,
    "private": """
        dm|dms|pm|pms|privately|inbox
        private|direct message|messages|chat
        message us|me
        <mail>
        by|via email|e-mail|phone
        call|ring|phone us|me|back
        call|ring|phone you back
        give us|me a? call|ring
        secure|online|web|contact form
        in the|our|your app|portal|account
        under payments|settings
        in there
    """,
    "here": """
        in|on this|the thread|comments|comment|replies|post
        below|underneath
        leave|post|drop|put|share .. here
        reply with
        right here
        here or
        either .. or
        inbox is on|down|broken|full
    """,
    "not_here": """
        don't|not|never .. here|publicly|below
        don't|not|never .. in|on this|the thread|comments|post
        rather than in|here
        instead of here
    """,
    "show": """
        born on|in #
        ending|ends in? #
        account|customer|booking|order|contract|reference|policy|meter number|reference|ref? #
        booking|order <code>
        as account #
        looking at your account
        your account shows|says|is|has
        payment bounced|failed
        on the .. plan|tariff with|since|until
        you've .. .. credits|credit|refunds|reminders|used
        credits from us
        months left
        tried|called|rang|phoned you on|at #
        with you at #
        emailed|mailed <mail>
        overdue|arrears|outstanding balance|payment|bill|bills
    """,
}
