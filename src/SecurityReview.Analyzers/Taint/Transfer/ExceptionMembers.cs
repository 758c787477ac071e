using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Lattice;

namespace SecurityReview.Analyzers.Taint.Transfer;

/// <summary>Which members of an exception carry its detail, which only its message, and which neither.</summary>
internal static class ExceptionMembers
{
    public static bool IsException(ITypeSymbol? type, KnownTypes types) =>
        type is { TypeKind: TypeKind.Class or TypeKind.TypeParameter } && type.IsOrInherits(types["System.Exception"]);

    /// <summary>The value of a property of an exception.</summary>
    public static AbstractValue Read(AbstractValue exception, IPropertySymbol property)
    {
        var detail = exception.TaintsOnly();
        return property.Name switch
        {
            "StackTrace" or "InnerException" or "InnerExceptions" or "Data" or "Source" or "TargetSite" or "HelpLink" => detail,
            "Message" => Message(detail),
            _ => AbstractValue.Clean,
        };
    }

    private static AbstractValue Message(AbstractValue detail)
    {
        var value = AbstractValue.Clean;
        foreach (var taint in detail.Taints)
        {
            if (taint.Origin is SourceOrigin { Kind: SourceKinds.ExceptionDetail } origin)
                value = value.Join(AbstractValue.OfOrigin(origin with { Kind = SourceKinds.ExceptionMessage }));
        }

        return value;
    }
}
