using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.Endpoints;

/// <summary>Parameters of entry points that the server fills itself: services of the container, contexts, tokens.</summary>
internal sealed class ServerParameters(KnownTypes types)
{
    private static readonly string[] s_attributes =
    [
        "Microsoft.AspNetCore.Mvc.FromServicesAttribute",
        "Microsoft.Extensions.DependencyInjection.FromKeyedServicesAttribute",
        "Microsoft.Azure.Functions.Worker.FromServicesAttribute",
        "Amazon.Lambda.Annotations.FromServicesAttribute",
        "HotChocolate.ServiceAttribute",
        "HotChocolate.ScopedServiceAttribute",
        "HotChocolate.ParentAttribute",
        "HotChocolate.GlobalStateAttribute",
        "HotChocolate.ScopedStateAttribute",
        "HotChocolate.LocalStateAttribute",
        "CoreWCF.InjectedAttribute",
    ];

    /// <summary>What in these a caller chooses is modelled member by member.</summary>
    private static readonly string[] s_types =
    [
        "Microsoft.AspNetCore.Http.HttpContext",
        "Microsoft.AspNetCore.Http.HttpRequest",
        "Microsoft.AspNetCore.Http.HttpResponse",
        "Microsoft.Azure.Functions.Worker.FunctionContext",
        "Microsoft.Azure.Functions.Worker.Http.HttpRequestData",
        "Microsoft.EntityFrameworkCore.DbContext",
        "System.Data.IDbConnection",
        "System.Security.Claims.ClaimsPrincipal",
        "System.Security.Principal.IPrincipal",
        "System.Threading.CancellationToken",
        "System.Net.Http.HttpClient",
        "System.IServiceProvider",
        "Microsoft.Extensions.Logging.ILogger",
        "Microsoft.Extensions.Configuration.IConfiguration",
        "Grpc.Core.ServerCallContext",
        "Amazon.Lambda.Core.ILambdaContext",
    ];

    /// <summary>Whether the parameter is not the caller's whatever entry point it belongs to.</summary>
    public bool Provides(IParameterSymbol parameter) =>
        s_attributes.Any(name => parameter.HasAttribute(types[name])) ||
        s_types.Any(name => parameter.Type.IsOrInherits(types[name])) || IsService(parameter.Type);

    /// <summary>An interface that the program declares and that holds no data: nobody can send one.</summary>
    private static bool IsService(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Interface } named && !named.DeclaringSyntaxReferences.IsEmpty &&
        !named.SelfAndInterfaces().Any(item => item.GetMembers().OfType<IPropertySymbol>().Any());
}
