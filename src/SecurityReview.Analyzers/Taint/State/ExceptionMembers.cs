using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Lattice;

namespace SecurityReview.Analyzers.Taint.State;

/// <summary>Which members of an exception carry its detail, which only its message, and which neither.</summary>
internal static class ExceptionMembers
{
    public static bool IsException(ITypeSymbol? type, KnownTypes types) =>
        type is { TypeKind: TypeKind.Class or TypeKind.TypeParameter } && type.IsOrInherits(types["System.Exception"]);

    /// <summary>Whether it is known which exception a value is: one that happened, or one that is made here and says what was written.</summary>
    public static bool IsKnown(AbstractValue value) =>
        IsDetail(value) || (!value.Objects.IsEmpty && value.Objects.All(static target => target is HeapObject.Allocation { Site: BaseObjectCreationExpressionSyntax }));

    /// <summary>Whether a value is or holds an exception that happened.</summary>
    public static bool IsDetail(AbstractValue value) =>
        value.Taints.Any(static taint => taint.Origin is SourceOrigin { Kind: var kind } && (kind & SourceKinds.Exception) != 0);

    /// <summary>What the detail of an exception says in one of its members; other origins say the same in all.</summary>
    /// <param name="taint">An origin of the exception.</param>
    /// <param name="member">The member's name.</param>
    public static TracedOrigin? Member(TracedOrigin taint, string member)
    {
        if (taint.Origin is not SourceOrigin { Kind: SourceKinds.ExceptionDetail or SourceKinds.ExceptionMessage or SourceKinds.InnerException } detail)
            return taint;
        return member switch
        {
            "InnerException" or "InnerExceptions" => Turned(SourceKinds.InnerException),
            "StackTrace" or "Data" or "Source" or "TargetSite" or "HelpLink" => taint,
            "Message" => Turned(SourceKinds.ExceptionMessage),
            _ when detail.Kind == SourceKinds.ExceptionDetail && member[0] != '[' => null,
            _ => taint,
        };

        // What is told of an inner exception stays so.
        TracedOrigin? Turned(SourceKinds kind) => detail.Kind switch
        {
            SourceKinds.ExceptionDetail => taint with { Origin = detail with { Kind = kind } },
            SourceKinds.InnerException => taint,
            _ => null,
        };
    }
}
