using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Storage;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.DeleteRace;

/// <summary>Which members a filter of a document store compares for equality: a lambda, or <c>Builders&lt;T>.Filter.Eq(x => x.Id, id)</c>.</summary>
internal static class FilterConditions
{
    /// <summary>Ways to build a filter that does not demand its parts.</summary>
    private static readonly HashSet<string> s_alternatives = new(StringComparer.Ordinal) { "Or", "Not", "Nor", "In", "Nin", "ElemMatch" };

    /// <param name="call">The call that is given the filter.</param>
    /// <param name="filter">The filter.</param>
    public static Dictionary<string, IOperation> Equalities(IInvocationOperation call, IOperation filter)
    {
        var members = QueryConditions.EqualitiesIn(call);
        if (members.Count > 0)
            return members;
        var built = filter.Unwrap() is ILocalReferenceOperation local && SingleAssignment.ValueOf(local.Local, local) is { } assigned ? assigned : filter;
        var parts = built.DescendantsAndSelf().ToList();
        if (parts.OfType<IInvocationOperation>().Any(static part => s_alternatives.Contains(part.TargetMethod.Name)) || parts.OfType<IBinaryOperation>().Any(static part => part.OperatorKind == BinaryOperatorKind.Or)
            || parts.OfType<IUnaryOperation>().Any())
        {
            return members;
        }

        foreach (var part in parts.OfType<IInvocationOperation>().Where(static part => part.TargetMethod.Name == "Eq" && part.Arguments.Length == 2))
        {
            if (MemberOf(part.Arguments[0].Value) is { } member)
                members[member] = part.Arguments[1].Value;
        }

        return members;
    }

    private static string? MemberOf(IOperation field) =>
        field.DescendantsAndSelf().OfType<IPropertyReferenceOperation>().FirstOrDefault() is { Instance: IParameterReferenceOperation } property
            ? property.Property.Name
            : field.Unwrap().DescendantsAndSelf().FirstOrDefault(static part => part.ConstantValue is { HasValue: true, Value: string })?.ConstantValue.Value is string name ? (name == "_id" ? "Id" : name) : null;
}
