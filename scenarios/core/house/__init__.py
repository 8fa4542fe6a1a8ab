"""A company's own brand profile: as a form has it, as text, and dressed for a scenario that was written for another."""
