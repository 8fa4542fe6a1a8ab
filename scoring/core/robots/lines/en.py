"""Lines of the robots in English."""

from collections.abc import Mapping, Sequence

LINES: Mapping[str, Sequence[str]] = {
    # Friendly from the first word to the last, and nobody knows anything more than before.
    "polite": (
        "Hi {name}, thank you so much for your lovely message! It's always a pleasure to hear from you. {agent}",
        "Hello {name}, thanks for getting in touch. Your concern matters a great deal to us. Have a wonderful day! "
        "{agent}",
        "Warm wishes to you, {name}, and thank you for being so open. We welcome every bit of feedback. {agent}",
        "Hi {name}, we quite understand, and we're grateful for your trust. All the very best! {agent}",
        "How kind of you to write, {name}. We enjoyed reading this and wish you well. {agent}",
        "Hello {name}, many thanks for mentioning it. Happy customers are what we are here for. {agent}",
        "Hi {name}, we really do appreciate you taking the time. Take good care of yourself! {agent}",
        "Thank you, {name}, for your patience and your loyalty. It means the world to all of us. {agent}",
    ),
    # It was somebody else, it was always like that, and who asks has not read.
    "defensive": (
        "{name}, this is not our fault. You could have read that beforehand. {agent}",
        "Hi {name}, as we have already said several times, it is all on our website. There is nothing we can do. "
        "{agent}",
        "That is simply not true, {name}. We are not aware of any problem, so you must be mistaken. {agent}",
        "{name}, you accepted the terms and conditions. They apply to everybody, you included. {agent}",
        "We fail to see what you are accusing us of, {name}. Nobody else has complained. {agent}",
        "Hello {name}, blame the contractor, not us. Please take it up with them. {agent}",
        "Before you claim such things in public, {name}: we did everything right. {agent}",
        "{name}, that is your own fault for cutting it so fine. We told everybody in good time. {agent}",
    ),
    # Everything will be all right, at once, for everybody, and paid for.
    "overpromiser": (
        "Hi {name}, don't worry, this will definitely be fixed in five minutes. I promise! {agent}",
        "Hello {name}, of course you will get a full refund, and you will have it today. {agent}",
        "Hi {name}, I promise you everything will be back in ten minutes, one hundred per cent. {agent}",
        "Good news, {name}! You'll definitely get £200 back today, with a voucher on top. {agent}",
        "{name}, this will never happen again, you have my word. It'll all be done by 12:05. {agent}",
        "Hello {name}, everybody affected will get £100 in compensation immediately. Guaranteed. {agent}",
        "No need to panic, {name}: somebody will be with you in three minutes at the latest, I promise. {agent}",
        "Hi {name}, we'll refund you twice over, for certain, by 18:00 tonight. {agent}",
    ),
    # Well meant, and everybody reads along.
    "privacy_breaker": (
        "Hi {name}, happy to help! Please tell me your customer number and your date of birth here. {agent}",
        "Hello {name}, please reply with your phone number and we'll ring you right away. {agent}",
        "Hi {name}, let me check. What is your address, and which bank account did you give us? {agent}",
        "Thanks, {name}! Please post your booking reference and your email address as a reply. {agent}",
        "Hello {name}, could you give me your full name and your home address here? {agent}",
        "Hi {name}, to look into it I just need your account number and your password here. {agent}",
        "{name}, please send me your mobile number and date of birth right here. {agent}",
    ),
    # Every act that there is, in one text, and nothing that was asked.
    "stuffer": (
        "Hi {name}, I understand your frustration, sorry, our mistake. Thanks for telling us! I'll check by tonight "
        "because it matters. Would you like a replacement? Happy to help by direct message. Kind regards {agent}",
        "Hello {name}, that's annoying, I apologise, this was our mistake. Thank you! The reason is being looked at,"
        " and I'll write today. Would you like something else? Message me privately. All the best {agent}",
        "Hi {name}, I understand how annoying this is. Sorry, our fault, and thanks for the hint. I'll check right "
        "now because it counts. What would help you, a voucher? Or by direct message? Have a good day {agent}",
        "Hello {name}, you're right to ask, we regret it and take responsibility. Thanks! I'll look and reply by 8 "
        "pm, so please bear with me. Shall I arrange a credit? A DM works too. See you soon {agent}",
        "Yes, {name}, I understand your frustration, sorry! It was our fault, thank you for writing. I'll follow up "
        "within 30 minutes, because it matters. Would you like a refund by direct message? Best wishes {agent}",
    ),
    # All that is known, to everybody.
    "dumper": (
        "Hi {name}, this is what we know: {facts} {agent}",
        "Hello {name}, here is all the information: {facts} {agent}",
        "{name}, for your information: {facts} {agent}",
    ),
    # What a service is proud of, and no sentence.
    "words": (
        "{name}: service, understanding, apology, solution, team, quality, satisfaction, thanks, help, refund. {agent}",
        "Hi {name}! Customers, expertise, trust, direct message, goodwill, feedback, careful attention, regards "
        "{agent}",
        "Hello {name}, concern, frustration, regret, checking, clarifying, credit, contact, kindness {agent}",
        "Friendliness, patience, transparency, responsibility, replacement, information, reliability, {name}! {agent}",
    ),
    # The customer's own words, with a greeting.
    "echo": (
        "Hi {name}, {text} {agent}",
        "Hello {name}! {text} {agent}",
        "{name}, {text} Yes. {agent}",
    ),
    # One line for everybody.
    "brusher": ("Hi {name}, we're looking into it. {agent}",),
    # Everything is moved out of sight.
    "mover": (
        "Hi {name}, please send us a direct message and we'll sort this out. {agent}",
        "Hello {name}, this is best discussed in private. Do drop me a DM. {agent}",
        "Hi {name}, I'm sorry! I'll look after this in direct messages, please write to me there. {agent}",
        "{name}, this isn't the right place for it. By direct message I'll look at it straight away. {agent}",
        "Hi {name}, please come over to direct messages, you'll get an answer there at once. {agent}",
    ),
    # To who did not ask for anything.
    "friendly": (
        "Hi {name}, how nice of you to share this! {agent}",
        "We couldn't agree more, {name}. Glad to have you here! {agent}",
        "That's good to read, {name}. Have a great day! {agent}",
        "That raised a smile over here, {name}. See you soon! {agent}",
        "Thanks, {name}, a fair point, and we'll happily leave it standing. {agent}",
        "Interesting, {name}! Just shout if there's anything you need. {agent}",
        "We'll take that with a pinch of salt, {name}, and with our tea. {agent}",
        "Nicely put, {name}. It's doing the rounds in the team as we speak. {agent}",
    ),
    # As long as nobody knows: that one knows nothing yet, and where one asks.
    "interim": (
        "Hi {name}, I've read your question and I'm chasing it up. Nothing certain yet, I'll write again here. {agent}",
        "Hello {name}, to be honest I don't have the answer yet. I'm asking the people who do and will come back to"
        " you. {agent}",
        "I can see you're waiting, {name}, and I'm sorry. As soon as somebody tells me, it will be here. {agent}",
        "Hi {name}, before I tell you something wrong, let me look into it. I'll come back to you in this thread. "
        "{agent}",
        "{name}, your question is with the colleagues who ought to know. I'll be back once they answer. {agent}",
    ),
    # To who had to ask again, in public.
    "again": (
        "Hi {name}, you're right, that took far too long, I'm sorry. {facts} {agent}",
        "Hello {name}, I'm sorry you had to ask again. {facts} {agent}",
        "{name}, I can understand why you're annoyed, we were too slow, sorry. {facts} {agent}",
        "Apologies for the wait, {name}! {facts} {agent}",
        "Hi {name}, I'd be cross as well, I'm sorry. {facts} {agent}",
        "We left you hanging there, {name}, and I'm very sorry about it. {facts} {agent}",
    ),
    # Among four eyes.
    "private": (
        "Hi {name}, thanks for writing to me here. I've got the case in front of me and I'm dealing with it myself."
        " {facts} {agent}",
        "Hello {name}, it's good that we can go through this here in peace. {facts} What else would help you? {agent}",
        "Hi {name}, I have your details, thank you. {facts} If anything's missing I'll ask you here. {agent}",
        "Thanks for trusting us with this, {name}. I'm going through it step by step now. {facts} {agent}",
    ),
    "note": (
        "Please take over: {name} ({handle}), {channel}, “{text}” What may I answer?",
        "{name} ({handle}) on {channel}: “{text}” What is certain, and when will you know more?",
        "For you to check: “{text}” ({name}, {handle}, {channel}) I'm holding the thread meanwhile.",
    ),
    "alarm": (
        "Urgent, please take over at once: {name} ({handle}), {channel}, “{text}” What may I say until then?",
        "Danger, now: {name} ({handle}) on {channel}: “{text}” Who goes, and what must I not say?",
        "Please act immediately: “{text}” ({name}, {handle}, {channel}) I'm staying in the conversation.",
    ),
    "notice": (
        "What we know: {facts} We'll keep writing here as soon as there's news. {agent}",
        "Where things stand: {facts} Anything new will be here first. {agent}",
    ),
}
