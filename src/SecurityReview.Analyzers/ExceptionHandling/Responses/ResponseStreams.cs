using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ExceptionHandling.Responses;

/// <summary>Writes to the body of a response: directly, through a writer around it, or by a serializer.</summary>
internal sealed class ResponseStreams(KnownTypes types)
{
    private const int MaximumWrappers = 4;

    private static readonly HashSet<string> s_writes = new(StringComparer.Ordinal) { "Write", "WriteAsync", "WriteLine", "WriteLineAsync" };

    /// <summary>The names of the methods.</summary>
    public static IEnumerable<string> Names => s_writes.Concat(["Serialize", "SerializeAsync"]);

    /// <summary>The values that a call writes to a response; none if it writes elsewhere.</summary>
    public IEnumerable<IOperation> WrittenBy(IInvocationOperation call)
    {
        if (s_writes.Contains(call.TargetMethod.Name))
        {
            return call.Receiver() is { } receiver && IsResponseBody(receiver, MaximumWrappers)
                ? call.Arguments.Where(argument => argument.Value != receiver).Select(argument => argument.Value)
                : [];
        }

        if (call.TargetMethod is not { Name: "SerializeAsync" or "Serialize", ContainingType.Name: "JsonSerializer" })
            return [];
        var target = call.ArgumentFor("utf8Json")?.Value;
        return target is not null && IsResponseBody(target, MaximumWrappers) && call.ArgumentFor("value") is { } value ? [value.Value] : [];
    }

    private bool IsResponseBody(IOperation operation, int wrappers)
    {
        var value = operation.Unwrap();
        switch (value)
        {
            case IPropertyReferenceOperation { Property.Name: "Body" or "BodyWriter" or "OutputStream" or "Output", Instance.Type: { } holder }:
                return holder.IsOrInherits(types["Microsoft.AspNetCore.Http.HttpResponse"]) || holder.IsOrInherits(types["System.Web.HttpResponse"]) ||
                    holder.IsOrInherits(types["System.Web.HttpResponseBase"]);
            case ILocalReferenceOperation local when wrappers > 0 && SingleAssignment.ValueOf(local.Local, local) is { } assigned:
                return IsResponseBody(assigned, wrappers - 1);
            case IObjectCreationOperation { Arguments.Length: > 0, Type.Name: var name } creation when wrappers > 0:
                return name is "StreamWriter" or "BufferedStream" or "Utf8JsonWriter" or "BinaryWriter" or "XmlTextWriter" && IsResponseBody(creation.Arguments[0].Value, wrappers - 1);
            default:
                return false;
        }
    }
}
