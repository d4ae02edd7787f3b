import { refusedAction, wrongAction } from "@/app/stories/actions";
import { StoryShell } from "@/app/stories/story-shell";
import { ActionForm } from "@/components/forms/action-form";
import { Checkbox } from "@/components/forms/checkbox";
import { CheckboxGroup } from "@/components/forms/checkbox-group";
import { DateField } from "@/components/forms/date-field";
import { FormFooter } from "@/components/forms/form-footer";
import { PasswordField } from "@/components/forms/password-field";
import { RadioGroup } from "@/components/forms/radio-group";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { TextField } from "@/components/forms/text-field";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/link-button";
import type { FormAction } from "@/lib/platform/forms/form-state";

const offices = [
  { value: "vptu", label: "VPTU" },
  { value: "vphdnd", label: "VP ĐĐBQH&HĐND" },
  { value: "vpubnd", label: "VP UBND", hint: "Văn phòng Ủy ban nhân dân tỉnh" },
];

function formStory(action: FormAction) {
  return (
    <StoryShell current="tasks">
      <PageHeader
        breadcrumbs={[{ label: "Nhiệm vụ", href: "/stories/tasks/list" }, { label: "Giao nhiệm vụ" }]}
        title="Giao nhiệm vụ"
      />
      <ActionForm id="f" action={action} className="form">
        <TextField name="title" label="Tên nhiệm vụ" hint="Như ghi trong văn bản giao việc." />
        <TextArea name="body" label="Nội dung" optional defaultValue="Gửi phần của mình theo đề cương." />
        <SelectField
          name="office"
          label="Cơ quan chủ trì"
          placeholder="Chọn cơ quan"
          options={offices}
          width="half"
        />
        <RadioGroup name="kind" label="Loại việc" choices={offices} defaultValue="vptu" />
        <CheckboxGroup
          name="assists"
          label="Cơ quan phối hợp"
          choices={offices}
          defaultValues={["vpubnd"]}
          optional
        />
        <DateField name="due" label="Hạn" />
        <Checkbox name="declared" label="Nội dung không thuộc danh mục bí mật nhà nước" />
        <PasswordField name="passphrase" label="Mật khẩu ký" autoComplete="off" />
        <FormFooter>
          <SubmitButton>Giao nhiệm vụ</SubmitButton>
          <LinkButton look="quiet" href="/stories/tasks/list">
            Thôi
          </LinkButton>
        </FormFooter>
      </ActionForm>
    </StoryShell>
  );
}

export function wrongFormStory() {
  return formStory(wrongAction);
}

export function refusedFormStory() {
  return formStory(refusedAction);
}
