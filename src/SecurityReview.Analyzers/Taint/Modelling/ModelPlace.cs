using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.Taint.Modelling;

/// <summary>
/// A place of a call that a row speaks of, read once so that nobody parses text while a body is solved: <c>return</c>, <c>this[]</c>,
/// <c>options.Filter</c>, <c>selector(0)</c>.
/// </summary>
/// <param name="Root">Where it starts.</param>
/// <param name="Parameter">The name of the parameter that it starts at; empty for other roots.</param>
/// <param name="Steps">The way from there into what it holds.</param>
internal sealed record ModelPlace(PlaceRoot Root, string Parameter, ImmutableArray<PlaceStep> Steps)
{
    private readonly string _text = Text(Root, Parameter) + string.Concat(Steps);

    /// <summary>Whether the value itself is meant, not something that it holds.</summary>
    public bool IsWhole => Steps.IsEmpty;

    /// <summary>Whether the way ends at the elements of what stands before: <c>this[]</c>.</summary>
    public bool IsElement => !Steps.IsEmpty && Steps[Steps.Length - 1].Kind is PlaceStepKind.Element or PlaceStepKind.KeyedElement;

    /// <summary>The place before the last step.</summary>
    public ModelPlace Holder => new(Root, Parameter, Steps.RemoveAt(Steps.Length - 1));

    /// <summary>The delegate on the way that is called; null where none is.</summary>
    public ModelPlace? Delegate { get; } = CalledIn(Root, Parameter, Steps);

    /// <summary>Whether the argument for a parameter, as a whole, is meant.</summary>
    public bool Names(IParameterSymbol parameter) => IsWhole && (Root == PlaceRoot.AnyArgument || (Root == PlaceRoot.Parameter && Parameter == parameter.Name));

    /// <summary>By what is written; the default would compare the identity of the array.</summary>
    public bool Equals(ModelPlace? other) => other is not null && _text == other._text;

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_text);

    /// <summary>The place as it is written.</summary>
    public override string ToString() => _text;

    private static ModelPlace? CalledIn(PlaceRoot root, string parameter, ImmutableArray<PlaceStep> steps)
    {
        var count = steps.TakeWhile(static step => step.Kind is not (PlaceStepKind.DelegateParameter or PlaceStepKind.DelegateResult)).Count();
        return count == steps.Length ? null : new ModelPlace(root, parameter, ImmutableArray.Create(steps, 0, count));
    }

    private static string Text(PlaceRoot root, string parameter) => root switch
    {
        PlaceRoot.Return => PlaceParser.Return,
        PlaceRoot.This => PlaceParser.This,
        PlaceRoot.AnyArgument => PlaceParser.AnyArgument,
        _ => parameter,
    };
}
