using SecurityReview.Analyzers.DataAccess;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.Endpoints;

/// <summary>
/// Handlers of libraries that the reference pack cannot hold. Each test declares the few members that the row names, in the library's
/// namespace, so that the row and the way it is read are exercised; that the names are right is on the rows alone.
/// </summary>
public class UnrestoredLibraryTests
{
    private static Task ReportsAsync(string code, string library) =>
        Verify<SqlInjectionAnalyzer>.ReportsAsync(SourceCode.Around("", code), Setting.Default with { MoreSources = [("/0/Library.cs", library)] });

    [Fact]
    public Task NServiceBus_Reports() => ReportsAsync(
        """
        public class OrderSent { public string Name { get; set; } = ""; }
        public class Handler : NServiceBus.IHandleMessages<OrderSent>
        {
            public Task Handle(OrderSent sent, NServiceBus.IMessageHandlerContext context)
            {
                Db.Command.CommandText = [|"SELECT '" + sent.Name + "'"|];
                Db.Command.CommandText = "SELECT '" + context.MessageId + "'";
                return Task.CompletedTask;
            }
        }
        """,
        """
        namespace NServiceBus
        {
            public interface IMessageHandlerContext { string MessageId { get; } }
            public interface IHandleMessages<T> { System.Threading.Tasks.Task Handle(T message, IMessageHandlerContext context); }
        }
        """);

    [Fact]
    public Task ServiceStack_Reports() => ReportsAsync(
        """
        public class Find { public string Name { get; set; } = ""; }
        public class Finder : ServiceStack.Service
        {
            public object Any(Find request) => Db.Command.CommandText = [|"SELECT '" + request.Name + "'"|];
            private object Use(string name) => Db.Command.CommandText = "SELECT '" + name + "'";
        }
        public class Other { public object Any(Find request) => Db.Command.CommandText = "SELECT '" + request.Name + "'"; }
        """,
        "namespace ServiceStack { public interface IService { } public class Service : IService { } }");

    [Fact]
    public Task Lambda_Reports() => ReportsAsync(
        """
        public class Order { public string Name { get; set; } = ""; }
        public class Function
        {
            public string FunctionHandler(Order order, Amazon.Lambda.Core.ILambdaContext context)
            {
                Db.Command.CommandText = "SELECT '" + context.AwsRequestId + "'";
                return Db.Command.CommandText = [|"SELECT '" + order.Name + "'"|];
            }

            public string Proxy(Amazon.Lambda.APIGatewayEvents.APIGatewayProxyRequest request, Amazon.Lambda.Core.ILambdaContext context) =>
                Db.Command.CommandText = [|"SELECT '" + request.QueryStringParameters["q"] + "'"|];

            private string Use(string name, Amazon.Lambda.Core.ILambdaContext context) => Db.Command.CommandText = "SELECT '" + name + "'";
        }
        """,
        """
        namespace Amazon.Lambda.Core { public interface ILambdaContext { string AwsRequestId { get; } } }
        namespace Amazon.Lambda.APIGatewayEvents { public class APIGatewayProxyRequest { public System.Collections.Generic.IDictionary<string, string> QueryStringParameters { get; set; } = null!; } }
        """);

    [Fact]
    public Task AzureFunctions_Report() => ReportsAsync(
        """
        public class Functions
        {
            public void Http([Microsoft.Azure.Functions.Worker.HttpTrigger] Microsoft.Azure.Functions.Worker.Http.HttpRequestData request, Microsoft.Azure.Functions.Worker.FunctionContext context)
            {
                Db.Command.CommandText = [|"SELECT '" + new StreamReader(request.Body).ReadToEnd() + "'"|];
                Db.Command.CommandText = [|"SELECT '" + request.Url.Query + "'"|];
                Db.Command.CommandText = "SELECT '" + request.FunctionContext.InvocationId + context.InvocationId + "'";
            }

            public void Queue([Microsoft.Azure.WebJobs.QueueTrigger] string message, string other)
            {
                Db.Command.CommandText = [|"SELECT '" + message + "'"|];
                Db.Command.CommandText = "SELECT '" + other + "'";
            }
        }
        """,
        """
        namespace Microsoft.Azure.Functions.Worker
        {
            public class FunctionContext { public string InvocationId => ""; }
            public class HttpTriggerAttribute : System.Attribute { }
        }
        namespace Microsoft.Azure.Functions.Worker.Http
        {
            public abstract class HttpRequestData { public abstract System.IO.Stream Body { get; } public abstract System.Uri Url { get; } public FunctionContext FunctionContext => null!; }
        }
        namespace Microsoft.Azure.WebJobs { public class QueueTriggerAttribute : System.Attribute { } }
        """);

    [Fact]
    public Task ServiceBus_Reports() => ReportsAsync(
        """
        internal class Receiver
        {
            public void Receive(Azure.Messaging.ServiceBus.ServiceBusReceivedMessage message)
            {
                Db.Command.CommandText = [|"SELECT '" + message.Body.ToString() + "'"|];
                Db.Command.CommandText = "SELECT '" + message.SequenceNumber + "'";
            }
        }
        """,
        "namespace Azure.Messaging.ServiceBus { public class ServiceBusReceivedMessage { public System.BinaryData Body => null!; public long SequenceNumber => 0; } }");

    [Fact]
    public Task HotChocolate_Reports() => ReportsAsync(
        """
        public interface INames { string First(); }

        public class Query
        {
            public string Find(string name, INames names, [HotChocolate.Parent] string parent, CancellationToken token)
            {
                Db.Command.CommandText = "SELECT '" + names.First() + parent + token + "'";
                return Db.Command.CommandText = [|"SELECT '" + name + "'"|];
            }
        }

        [HotChocolate.Types.ExtendObjectType]
        public static class More
        {
            public static string Find(string name) => Db.Command.CommandText = [|"SELECT '" + name + "'"|];
        }

        public class Unused
        {
            public string Find(string name) => Db.Command.CommandText = "SELECT '" + name + "'";
        }

        internal static class Start
        {
            public static void Run(HotChocolate.Execution.Configuration.IRequestExecutorBuilder builder) => builder.AddQueryType<Query>();
        }
        """,
        """
        namespace HotChocolate { public class ParentAttribute : System.Attribute { } }
        namespace HotChocolate.Types { public class ExtendObjectTypeAttribute : System.Attribute { } }
        namespace HotChocolate.Execution.Configuration { public interface IRequestExecutorBuilder { void AddQueryType<T>(); } }
        """);

    [Fact]
    public Task CoreWcf_Reports() => ReportsAsync(
        """
        public interface IFinder
        {
            [CoreWCF.OperationContract] string Find(string name);
            string Local(string name);
        }

        public class Finder : IFinder
        {
            public string Find(string name) => Db.Command.CommandText = [|"SELECT '" + name + "'"|];
            public string Local(string name) => Db.Command.CommandText = "SELECT '" + name + "'";
        }

        public class Explicit : IFinder
        {
            string IFinder.Find(string name) => Db.Command.CommandText = [|"SELECT '" + name + "'"|];
            string IFinder.Local(string name) => Db.Command.CommandText = "SELECT '" + name + "'";
        }
        """,
        "namespace CoreWCF { public class OperationContractAttribute : System.Attribute { } }");

    [Fact]
    public Task WebApi2_Reports() => ReportsAsync(
        """
        public class NotesController : System.Web.Http.ApiController
        {
            public async Task Find(string name, [System.Web.Http.FromUri] string[] ids)
            {
                Db.Command.CommandText = [|"SELECT '" + name + "'"|];
                Db.Command.CommandText = [|"SELECT '" + ids[0] + "'"|];
                Db.Command.CommandText = [|"SELECT '" + await Request.Content.ReadAsStringAsync() + "'"|];
                Db.Command.CommandText = [|"SELECT '" + Request.RequestUri!.Query + "'"|];
                Db.Command.CommandText = [|"SELECT '" + Request.Headers.GetValues("X-Id").First() + "'"|];
                Db.Command.CommandText = "SELECT '" + User.Identity!.Name + "'";
            }

            [System.Web.Http.NonAction] public void Use(string name) => Db.Command.CommandText = "SELECT '" + name + "'";
        }
        """,
        """
        namespace System.Web.Http
        {
            public abstract class ApiController { public System.Net.Http.HttpRequestMessage Request { get; set; } = null!; public System.Security.Principal.IPrincipal User { get; set; } = null!; }
            public class FromUriAttribute : System.Attribute { }
            public class NonActionAttribute : System.Attribute { }
        }
        """);

    [Fact]
    public Task Mvc5_Reports() => ReportsAsync(
        """
        public class NotesController : System.Web.Mvc.Controller
        {
            public void Find(string name)
            {
                Db.Command.CommandText = [|"SELECT '" + name + "'"|];
                Db.Command.CommandText = [|"SELECT '" + ValueProvider.GetValue("x").AttemptedValue + "'"|];
            }

            private void Use(string name) => Db.Command.CommandText = "SELECT '" + name + "'";
        }
        """,
        """
        namespace System.Web.Mvc
        {
            public class ValueProviderResult { public string AttemptedValue { get; set; } = ""; }
            public interface IValueProvider { ValueProviderResult GetValue(string key); }
            public abstract class ControllerBase { public IValueProvider ValueProvider { get; set; } = null!; }
            public abstract class Controller : ControllerBase { }
        }
        """);

    [Fact]
    public Task Owin_Reports() => ReportsAsync(
        """
        internal class Middleware
        {
            public void Run(Microsoft.Owin.IOwinRequest request)
            {
                Db.Command.CommandText = [|"SELECT '" + request.Query["q"] + "'"|];
                Db.Command.CommandText = [|"SELECT '" + new StreamReader(request.Body).ReadToEnd() + "'"|];
                Db.Command.CommandText = "SELECT '" + request.LocalIpAddress + "'";
            }
        }
        """,
        """
        namespace Microsoft.Owin
        {
            public interface IReadableStringCollection { string this[string key] { get; } }
            public interface IOwinRequest { IReadableStringCollection Query { get; } System.IO.Stream Body { get; } string LocalIpAddress { get; } }
        }
        """);
}
