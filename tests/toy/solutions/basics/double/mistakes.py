from autograder import mistake


@mistake(ko="제곱이 아니라 두 배입니다.", en="Is it squared, or doubled?")
def squares(x):
    return x * x


@mistake(ko="음수도 있습니다.", en="What happens to a negative number?")
def drops_the_sign(x):
    return abs(x) * 2


@mistake(ko="입력을 바꾸지 마세요.", en="Whose array is changed?")
def changes_its_input(x):
    x *= 2
    return x
