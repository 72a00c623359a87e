"""What a plan is: frozen records with ids for references, complete once bound, places outside equality."""

from phoihop.model.act import Act
from phoihop.model.book import Book, OfficesState
from phoihop.model.duty import Agreement, Completion, Deadline, Extension, Suspension
from phoihop.model.form import Assignment, LeadSide, Regime, Urgency
from phoihop.model.organisation import Organisation, Successor
from phoihop.model.places import NOWHERE, Places
from phoihop.model.plan import (
    DECREE_CLOSING_DAY,
    Citation,
    DataClosing,
    Duty,
    Head,
    Participant,
    Period,
    Plan,
    Policy,
    Recipient,
    Review,
    ReviewKind,
    Role,
    Section,
    Signature,
    Task,
    signed_phrase,
)

__all__ = [
    "DECREE_CLOSING_DAY",
    "NOWHERE",
    "Act",
    "Agreement",
    "Assignment",
    "Book",
    "Citation",
    "Completion",
    "DataClosing",
    "Deadline",
    "Duty",
    "Extension",
    "Head",
    "LeadSide",
    "OfficesState",
    "Organisation",
    "Participant",
    "Period",
    "Places",
    "Plan",
    "Policy",
    "Recipient",
    "Regime",
    "Review",
    "ReviewKind",
    "Role",
    "Section",
    "Signature",
    "Successor",
    "Suspension",
    "Task",
    "Urgency",
    "signed_phrase",
]
