def one_expression(train_error, validation_error, target_error, gap):
    fits = train_error <= target_error
    generalises = validation_error - train_error <= gap
    return ("good" if generalises else "overfit") if fits else "underfit"


def good_is_ruled_out(train_error, validation_error, target_error, gap):
    verdict = "good"
    if validation_error > train_error + gap:
        verdict = "overfit"
    if train_error > target_error:
        verdict = "underfit"
    return verdict


def first_rule_that_holds(train_error, validation_error, target_error, gap):
    rules = {
        "underfit": train_error - target_error > 0,
        "overfit": validation_error - train_error - gap > 0,
        "good": True,
    }
    return next(verdict for verdict, holds in rules.items() if holds)
