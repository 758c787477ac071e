using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ExceptionHandling.Responses;

/// <summary>
/// Bags and dictionaries whose content a client is shown: view data, temporary data, the headers and trailers of a response, the extensions and errors of a problem,
/// and the properties of a Razor Page's model.
/// </summary>
internal sealed class ResponseBags(KnownTypes types)
{
    private static readonly HashSet<string> s_adds = new(StringComparer.Ordinal) { "Add", "TryAdd", "Append", "AppendCommaSeparatedValues" };

    /// <summary>The names of the methods that add, and of what has members of any name.</summary>
    public static IEnumerable<string> Names => s_adds.Append("ViewBag");

    /// <summary>Whether an assignment's target is in such a bag.</summary>
    public bool IsWritten(IOperation target) => target switch
    {
        IPropertyReferenceOperation { Property.IsIndexer: true } indexer => IsBag(HolderOf(indexer.Instance)),
        IDynamicMemberReferenceOperation { Instance: { } instance } => instance.Unwrap() is IPropertyReferenceOperation { Property.Name: "ViewBag" },
        IPropertyReferenceOperation
        {
            Property: { IsStatic: false, DeclaredAccessibility: Accessibility.Public } property,
            Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance },
        } => !property.DeclaringSyntaxReferences.IsEmpty && property.ContainingType.IsOrInherits(types["Microsoft.AspNetCore.Mvc.RazorPages.PageModel"]),
        _ => false,
    };

    /// <summary>The values that a call adds to such a bag.</summary>
    public IEnumerable<IOperation> AddedBy(IInvocationOperation call) =>
        s_adds.Contains(call.TargetMethod.Name) && call.Receiver() is { } receiver && IsBag(HolderOf(receiver))
            ? call.Arguments.Where(argument => argument.Parameter?.Name is "value" or "values").Select(argument => argument.Value)
            : [];

    private bool IsBag(IOperation? operation)
    {
        if (operation?.Unwrap() is not { Type: { } type } bag)
            return false;
        if (type.IsOrInherits(types["Microsoft.AspNetCore.Mvc.ViewFeatures.ViewDataDictionary"]) ||
            type.IsOrInherits(types["Microsoft.AspNetCore.Mvc.ViewFeatures.ITempDataDictionary"]) ||
            type.IsOrInherits(types["System.Web.Mvc.ViewDataDictionary"]) || type.IsOrInherits(types["System.Web.Mvc.TempDataDictionary"]))
        {
            return true;
        }

        return bag is IPropertyReferenceOperation { Property.Name: var name, Property.ContainingType: { } holder } &&
            ((name == "Extensions" && holder.IsOrInherits(types["Microsoft.AspNetCore.Mvc.ProblemDetails"])) ||
             (name == "Errors" && (holder.IsOrInherits(types["Microsoft.AspNetCore.Http.HttpValidationProblemDetails"]) || holder.IsOrInherits(types["Microsoft.AspNetCore.Mvc.ValidationProblemDetails"]))) ||
             (name == "ResponseTrailers" && holder.IsOrInherits(types["Grpc.Core.ServerCallContext"])) ||
             (name == "Headers" &&
                (holder.IsOrInherits(types["Microsoft.AspNetCore.Http.HttpResponse"]) || holder.IsOrInherits(types["System.Web.HttpResponse"]))));
    }

    /// <summary>For <c>Extensions = { ["x"] = … }</c> and <c>Extensions = { { "x", … } }</c> the member that is initialised.</summary>
    private static IOperation? HolderOf(IOperation? instance)
    {
        if (instance is not IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver })
            return instance;
        for (var current = instance.Parent; current is not null; current = current.Parent)
        {
            if (current is IMemberInitializerOperation member)
                return member.InitializedMember;
            if (current is IObjectCreationOperation creation)
                return creation;
        }

        return null;
    }
}
