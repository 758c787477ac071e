using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Lattice;

namespace SecurityReview.Analyzers.Taint.Transfer;

/// <summary>Which members of an exception carry its detail, which only its message, and which neither.</summary>
internal static class ExceptionMembers
{
    public static bool IsException(ITypeSymbol? type, KnownTypes types) =>
        type is { TypeKind: TypeKind.Class or TypeKind.TypeParameter } && type.IsOrInherits(types["System.Exception"]);

    /// <summary>Whether it is known which exception a value is: one that happened, or one that is made here and says what was written.</summary>
    public static bool IsKnown(AbstractValue value) =>
        value.Taints.Any(static taint => taint.Origin is SourceOrigin { Kind: var kind } && (kind & SourceKinds.Exception) != 0) ||
        (!value.Objects.IsEmpty && value.Objects.All(static target => target is HeapObject.Allocation { Site: BaseObjectCreationExpressionSyntax }));

    /// <summary>The value of a property of an exception.</summary>
    public static AbstractValue Read(AbstractValue exception, IPropertySymbol property)
    {
        var detail = exception.TaintsOnly();
        return property.Name switch
        {
            "InnerException" or "InnerExceptions" => Inner(detail),
            "StackTrace" or "Data" or "Source" or "TargetSite" or "HelpLink" => detail,
            "Message" => Message(detail),
            _ => AbstractValue.Clean,
        };
    }

    private static AbstractValue Inner(AbstractValue detail) => WithKind(detail, SourceKinds.ExceptionDetail, SourceKinds.InnerException);

    private static AbstractValue Message(AbstractValue detail) => WithKind(detail, SourceKinds.ExceptionDetail, SourceKinds.ExceptionMessage);

    /// <summary>The value with origins of one kind turned into another; what is told of an inner exception stays so.</summary>
    private static AbstractValue WithKind(AbstractValue detail, SourceKinds from, SourceKinds to)
    {
        var value = AbstractValue.Clean;
        foreach (var taint in detail.Taints)
        {
            if (taint.Origin is SourceOrigin origin && (origin.Kind == from || origin.Kind == SourceKinds.InnerException))
                value = value.Join(AbstractValue.OfOrigin(origin.Kind == from ? origin with { Kind = to } : origin));
        }

        return value;
    }
}
