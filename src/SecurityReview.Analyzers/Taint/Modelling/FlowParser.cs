namespace SecurityReview.Analyzers.Taint.Modelling;

/// <summary>Reads a way through a call: <c>from -> to</c>.</summary>
internal static class FlowParser
{
    private const string Arrow = "->";

    /// <summary>Reads a way; null if it is none, with the reason at the characters that are wrong.</summary>
    public static ModelFlow? Parse(ModelColumn item, out ModelProblem? problem)
    {
        var arrow = item.Text.IndexOf(Arrow, StringComparison.Ordinal);
        if (arrow <= 0 || item.Part(arrow + Arrow.Length, item.Text.Length).Trimmed() is not { Text.Length: > 0 } target)
        {
            problem = new ModelProblem(item.Span, $"'{item.Text}' is no way such as 'value -> return'");
            return null;
        }

        var from = Place(item.Part(0, arrow).Trimmed(), isSource: true, out problem);
        return from is not null && Place(target, isSource: false, out problem) is { } to ? new ModelFlow(from, to) : null;
    }

    private static ModelPlace? Place(ModelColumn text, bool isSource, out ModelProblem? problem)
    {
        var place = PlaceParser.Parse(text.Text);
        var isAccepted = place is not null && (isSource ? IsRead(place) : IsWritten(place));
        var accepted = isSource
            ? "before the arrow; accepted: this, arg*, the name of a parameter, each with steps '[]', '[key]', '.Member', '.*', and 'selector()' or 'this.Member()' for what a delegate gives, and 'action(0)[]' for what it fills"
            : "after the arrow; accepted: return, this, the name of a parameter, each with steps '[]', '[key]', '.Member', and 'selector(0)' or 'this.Member(0)' for what a delegate is given";
        problem = isAccepted ? null : new ModelProblem(text.Span, $"'{text.Text}' is no place {accepted}");
        return isAccepted ? place : null;
    }

    /// <summary>What a delegate was called with is nothing to read, but what it has put into that is.</summary>
    private static bool IsRead(ModelPlace place) =>
        place.Root != PlaceRoot.Return && place.Steps.LastOrDefault()?.Kind != PlaceStepKind.DelegateParameter && HasDelegate(place);

    private static bool IsWritten(ModelPlace place) =>
        place.Root != PlaceRoot.AnyArgument && !place.Steps.Any(step => step.Kind is PlaceStepKind.DelegateResult or PlaceStepKind.Content) &&
        HasDelegate(place);

    /// <summary>A call can run the delegates that it is given, and those that its object keeps.</summary>
    private static bool HasDelegate(ModelPlace place) =>
        place.Delegate is not { } called || called.Root == PlaceRoot.Parameter || called is { Root: PlaceRoot.This, IsWhole: false };
}
